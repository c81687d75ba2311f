import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { headline } from '../../../src/core/trends/headline'
import { NEW_PLANS_GOOD } from '../../../src/core/trends/measure'
import { TrendsPage } from '../../../src/features/trends/TrendsPage'
import { resultRows } from '../../../src/store/results-rows'
import { type CycleOf, type PlanOf, recordsOf, released, storeRecords } from '../../store/results-records'
import { freshDevice, showScreen } from '../open-screen'

const both = (one: string, other = one): PlanOf => ({
  audits: [
    { agency: 'education', grade: one },
    { agency: 'health', grade: other },
  ],
})
const times = (count: number, plan: PlanOf) => Array.from({ length: count }, () => plan)

async function show(cycles: readonly CycleOf[], path = '/trends') {
  const { device, session } = await freshDevice()
  const records = released(recordsOf(cycles))
  await storeRecords(device, session.areaId, records)
  showScreen(device, session, <TrendsPage />, path)
  return headline(NEW_PLANS_GOOD, resultRows(records).rows)
}

function countBeside(name: string): string | null | undefined {
  const table = screen.getByRole('table', { name: 'Where the drawn plans stand' })
  return within(table).getByRole('rowheader', { name }).nextElementSibling?.textContent
}

describe('the headline on the screen', () => {
  it('says what the rule of the headline says, word for word', async () => {
    const { words } = await show([{ plans: [...times(31, both('good')), ...times(9, both('inadequate'))] }])
    // 31 of 40: Wilson interval 62.5 to 87.7 % (statistics.md, section 7).
    expect(words.answer).toBe('78 % of new plans were good or better (31 of 40 audited; 95 % interval 62–88 %).')
    expect(await screen.findByText(words.answer)).toBeInTheDocument()
    expect(screen.getByText('The target is 90 %: not yet met.')).toBeInTheDocument()
    expect(screen.getByRole('img', { name: /78 % good or better, 95 % interval 62–88 %/ })).toBeInTheDocument()
  })

  it('counts a plan on which two agencies differ as awaiting moderation, beside the figure', async () => {
    await show([{ plans: [...times(5, both('good')), both('good', 'inadequate')] }])
    expect(await screen.findByText(/5 of 5 with a result/)).toBeInTheDocument()
    expect(countBeside('Awaiting moderation')).toBe('1')
    expect(countBeside('Drawn')).toBe('6')
    expect(await screen.findByText('Awaiting moderation: the grades differ')).toBeInTheDocument()
  })

  it('gives the bounds when more than one plan in twenty has no result', async () => {
    const { words } = await show([
      { plans: [...times(8, both('good')), ...times(2, { audits: [{ agency: 'health' }] })] },
    ])
    expect(words.bounds).toContain('the figure would be 80 %')
    expect(await screen.findByText(words.bounds ?? '')).toBeInTheDocument()
  })

  it('gives no percentage below five plans', async () => {
    await show([{ plans: times(3, both('good')) }])
    expect(await screen.findByText(/3 of 3 new plans were good or better. Too few/)).toBeInTheDocument()
    expect(screen.queryByRole('img', { name: /interval/ })).not.toBeInTheDocument()
  })

  it('calls fewer than thirty plans an early indication', async () => {
    await show([{ plans: times(12, both('good')) }])
    expect(await screen.findByText(/Early indication: only 12 new plans/)).toBeInTheDocument()
  })

  it('keeps a themed look out of the figure', async () => {
    await show([{ plans: times(6, both('good')) }, { purpose: 'themed', plans: times(6, both('inadequate')) }])
    expect(await screen.findByText(/6 of 6 audited/)).toBeInTheDocument()
  })
})

describe('what is shown', () => {
  it('is chosen in a form and stands in the address', async () => {
    const amended = { ...both('good'), facts: { version: 'amended' } }
    await show([{ plans: [...times(5, both('good')), ...times(4, amended)] }])
    await userEvent.selectOptions(await screen.findByLabelText('What counts'), 'sampled-plans-good')
    await userEvent.click(screen.getByRole('button', { name: 'Show' }))
    expect(await screen.findByText(/9 of 9 audited/)).toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'Show the usual figure' })).toBeInTheDocument()
  })

  it('can be asked for by address', async () => {
    const autism = { ...both('good'), facts: { need: 'SEMH' } }
    await show([{ plans: [...times(5, both('good')), ...times(6, autism)] }], '/trends?need=SEMH')
    expect(await screen.findByText(/6 of 6 audited/)).toBeInTheDocument()
    expect(screen.getByText(/Social, emotional and mental health/, { selector: 'p' })).toBeInTheDocument()
  })

  it('offers all plans of the random samples when there is no new plan', async () => {
    await show([{ plans: times(5, { ...both('good'), facts: { version: 'existing' } }) }])
    expect(await screen.findByRole('link', { name: 'Show all plans of the random samples' })).toBeInTheDocument()
  })
})

describe('what lies behind the figure', () => {
  it('shows a month without a sample as a gap, never as 0 %', async () => {
    await show([
      { startsOn: '2026-01-05', plans: times(6, both('good')) },
      { startsOn: '2026-03-02', plans: times(6, both('inadequate')) },
    ])
    const row = (await screen.findByRole('rowheader', { name: 'February 2026' })).closest('tr')
    expect(row?.textContent).toContain('None drawn')
    expect(screen.getByRole('rowheader', { name: 'March 2026' }).closest('tr')?.textContent).toContain('0 %')
  })

  it('leads down to every plan, the weakest first', async () => {
    await show([{ plans: [both('good'), both('inadequate'), { outcome: 'lapsed' }] }])
    const links = await screen.findAllByRole('link', { name: /^C1P/ })
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/subjects/c1p2',
      '/subjects/c1p1',
      '/subjects/c1p3',
    ])
    await userEvent.selectOptions(screen.getByLabelText('Show', { selector: '#plans-shown' }), 'Not good')
    expect(screen.getAllByRole('link', { name: /^C1P/ })).toHaveLength(1)
  })

  it('counts “cannot tell” apart, never as not met', async () => {
    const plan: PlanOf = {
      audits: [
        { agency: 'health', grade: 'good', ratings: { F1: 'cannot-tell', F2: 'not-met' }, sections: { F: null } },
      ],
    }
    await show([{ plans: [plan] }])
    const cells = (await screen.findByRole('rowheader', { name: /^F1/ })).closest('tr')?.querySelectorAll('td')
    // Not met, partly met, met, rated, auditors differ, cannot tell.
    expect([...(cells ?? [])].map((cell) => cell.textContent)).toEqual(['0', '0', '0', '0', '0', '1'])
  })

  it('says where to begin when nothing was drawn', async () => {
    const { device, session } = await freshDevice()
    showScreen(device, session, <TrendsPage />, '/trends')
    expect(await screen.findByRole('heading', { name: 'No figure yet' })).toBeInTheDocument()
  })
})
