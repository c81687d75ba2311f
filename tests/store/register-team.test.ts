/** A column for the team that names people is found out, however it is mapped. Rule: no name of staff is ever stored. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createRegisterDesk } from '../../src/store/register-desk'

async function teamFrom(heading: string, rename = heading) {
  const text = readFileSync('tests/fixtures/registers/mini.case-a.csv').toString().replace(heading, rename)
  const desk = createRegisterDesk()
  const opened = await desk.open(new TextEncoder().encode(text).buffer, { asOf: '2026-01-15' })
  const column = opened.ok ? opened.value.headings.indexOf(rename) : -1
  const again = await desk.reread({ asOf: '2026-01-15', corrected: { team: column } })
  if (!again.ok || !again.value.reading.ok) throw new Error('the file was not read')
  return again.value.reading.value.team.namesPeople
}

describe('the column for the team', () => {
  it('is right when it names teams', async () => {
    expect(await teamFrom('SEN Officer Team')).toBe('no')
  })

  it('is refused when its heading is that of a person’s role', async () => {
    expect(await teamFrom('Lead Caseworker')).toBe('surely')
  })

  it('is refused when its values are written as people are, whatever the heading says', async () => {
    expect(await teamFrom('Lead Caseworker', 'Casework team')).toBe('surely')
  })

  it('is refused when it has nearly as many values as there are plans', async () => {
    expect(await teamFrom('Home Postcode', 'Area')).not.toBe('perhaps')
    expect(await teamFrom('Legal Forename', 'Area')).toBe('surely')
  })
})
