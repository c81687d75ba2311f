import { afterEach, describe, expect, inject, it } from 'vitest'
import { type Browser, endBrowser, openBrowser } from './chromium'
import { countyRegister, importRegister, miniRegister, setUp } from './steps'

let browser: Browser | undefined
afterEach(async ({ task }) => {
  await endBrowser(browser, task)
  browser = undefined
})

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const county = countyRegister().buffer.toString('utf8')
const headings = county.slice(0, county.indexOf('\n') + 1)

/** Files a tired person would drop by mistake, and what the sentence must speak of. */
const FILES = [
  { what: 'an image called .csv', buffer: PNG, says: /image|picture/i },
  { what: 'headings alone', buffer: Buffer.from(headings), says: /no plans|no rows|nothing but/i },
  {
    what: 'a register cut short',
    buffer: Buffer.from(county.slice(0, 400_003)),
    says: /stops in the middle of a row/i,
  },
  {
    what: 'another return',
    buffer: Buffer.from('School,Census date,Pupils\r\nA,2026-01-15,210\r\nB,2026-01-15,180\r\n'),
    says: /not a (list|register)|plan/i,
  },
  { what: '50 MB of one line', buffer: Buffer.alloc(49 * 1024 * 1024, 'a'), says: /line|too/i },
  { what: 'an empty file', buffer: Buffer.alloc(0), says: /empty/i },
] as const

describe('a wrong file', () => {
  it('is explained in a sentence, and what was stored is untouched', async () => {
    browser = await openBrowser(inject('appUrl'))
    const { page, errors } = browser
    await setUp(page)
    await importRegister(page, miniRegister(), '60')
    for (const { what, buffer, says } of FILES) {
      await page.getByRole('link', { name: 'Register', exact: true }).click()
      const importAgain = page.getByText('Import a newer file').first()
      if (await importAgain.isVisible()) await importAgain.click()
      await page.locator('input[type=file]').setInputFiles({ name: 'plans.csv', mimeType: 'text/csv', buffer })
      await page.getByRole('heading', { name: 'This file was not read' }).waitFor()
      const sentence = await page.locator('.notice--stop').textContent()
      expect(sentence, what).toMatch(says)
      expect(sentence, what).toMatch(/unchanged|nothing/i)
      await page.reload()
      await page.getByText('60 plans as of').first().waitFor()
    }
    expect(errors).toEqual([])
  })
})
