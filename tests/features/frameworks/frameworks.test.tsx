import { readFileSync } from 'node:fs'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Route, Routes } from 'react-router'
import { describe, expect, it } from 'vitest'
import { contentHash } from '../../../src/core/framework/content-hash'
import { allCriteria } from '../../../src/core/framework/lookup'
import { type Criterion, Framework } from '../../../src/core/framework/schema'
import { appliesWords } from '../../../src/features/frameworks/conditions'
import { FrameworkPage } from '../../../src/features/frameworks/FrameworkPage'
import { FrameworksPage } from '../../../src/features/frameworks/FrameworksPage'
import { findCriteria } from '../../../src/features/frameworks/find-criteria'
import { howGraded } from '../../../src/features/frameworks/how-graded'
import { perform } from '../../../src/store/write'
import { planFramework } from '../../core/audit/plan-framework'
import { readFramework } from '../../frameworks/bundled'
import { freshDevice, showScreen } from '../open-screen'

const plan = readFramework('ehcp-plan/1.0.0.json')
const support = Framework.parse(
  JSON.parse(readFileSync('tests/fixtures/frameworks/individual-support-plan.json', 'utf8')),
)

async function show(path: string, framework?: Framework) {
  const { device, session } = await freshDevice()
  if (framework) await perform(device, session, { kind: 'framework.adopt', data: { framework } })
  showScreen(
    device,
    session,
    <Routes>
      <Route path="/frameworks" element={<FrameworksPage />} />
      <Route path="/frameworks/:id/:version" element={<FrameworkPage />} />
    </Routes>,
    path,
  )
}

describe('the standards on this device', () => {
  it('are listed with their versions, and everybody may read them', async () => {
    await show('/frameworks')
    const link = await screen.findByRole('link', { name: plan.title })
    expect(link).toHaveAttribute('href', '/frameworks/ehcp-plan/1.0.0')
  })

  it('show every criterion with where it is written, and the fingerprint every audit carries', async () => {
    await show('/frameworks/ehcp-plan/1.0.0')
    expect(await screen.findByText('75 criteria')).toBeInTheDocument()
    const first = screen.getByRole('heading', { name: /^B1 / }).closest('article')
    if (!first) throw new Error('B1 is not shown')
    expect(within(first).getByText('Statutory')).toBeInTheDocument()
    expect(within(first).getByText('Key criterion')).toBeInTheDocument()
    expect(within(first).getByText('Legal floor')).toBeInTheDocument()
    expect(first).toHaveTextContent('CFA 2014, s 37(2)(a)')
    expect(screen.getByText(contentHash(plan) ?? '')).toBeInTheDocument()
  })

  it('can be narrowed down to a number and to the core', async () => {
    await show('/frameworks/ehcp-plan/1.0.0')
    await userEvent.type(await screen.findByLabelText('Find a criterion'), 'f2')
    expect(await screen.findByText('1 of 75 criteria')).toBeInTheDocument()
    await userEvent.clear(screen.getByLabelText('Find a criterion'))
    await userEvent.click(screen.getByLabelText('Core criteria only'))
    const core = allCriteria(plan).filter((criterion) => criterion.core).length
    expect(await screen.findByText(`${core} of 75 criteria`)).toBeInTheDocument()
  })

  it('are shown whatever they are about: an individual support plan needs no change', async () => {
    await show(`/frameworks/${support.id}/${support.version}`, support)
    expect(await screen.findByRole('heading', { level: 1, name: 'Individual support plan' })).toBeInTheDocument()
    expect(screen.getAllByText('Exemplary').length).toBeGreaterThan(0)
    for (const { id } of allCriteria(support)) {
      expect(screen.getByRole('heading', { name: new RegExp(`^${id} `) })).toBeInTheDocument()
    }
  })

  it('say so when a version is not on this device', async () => {
    await show('/frameworks/ehcp-plan/9.9.9')
    expect(await screen.findByRole('heading', { name: 'These standards are not on this device' })).toBeInTheDocument()
  })
})

describe('how grades follow, in words made from the data', () => {
  it('is the rule of the standards for an EHC plan', () => {
    // standards.md 3.1: 18 core criteria, the four key ones counting double: 22.
    const rules = howGraded(plan)
    expect(rules.basics[0]).toBe(
      'The grade rests on the 18 core criteria that everybody rates. Together they weigh 22.',
    )
    expect(rules.bands).toEqual([
      'Outstanding: 90 % of the points or more, every key criterion met in full and no limiting criterion not met.',
      'Good: 60 % of the points or more, no key criterion not met and no more than 2 limiting criteria not met.',
      'Requires improvement: 40 % of the points or more and no more than 1 key criterion not met.',
      'Inadequate: everything else.',
    ])
    expect(rules.exceptions).toEqual([
      'An incident, another child’s data in the plan, makes the grade Inadequate.',
      'When more than 20 % of the weight cannot be told, there is no grade.',
      'An auditor may change the grade by one step, with a reason, but never into Good or above while a key criterion is not met.',
    ])
    expect(rules.floor?.ids).toEqual('A1 B1 C1 D1 E1 F1 F2 F5 F6 F10 G1 H1a I1 W2'.split(' '))
    expect(rules.floor?.rules[1]).toBe('At risk when any is rated “partly met or cannot tell”.')
  })
  it('follows another framework’s own numbers', () => {
    const rules = howGraded(support)
    expect(rules.basics[1]).toContain('partly met 25 %')
    expect(rules.bands[0]).toContain('Exemplary: 95 % of the points')
  })
  it('says that a grade cannot be changed where the rules allow no step', () => {
    const strict = planFramework()
    const { subject } = strict.grading
    const none = { ...strict, grading: { ...strict.grading, subject: { ...subject, override: { maxSteps: 0 } } } }
    expect(howGraded(none).exceptions).toContain('An auditor cannot change the grade.')
  })
})

describe('when a criterion applies, in words', () => {
  const words = (appliesWhen: Criterion['appliesWhen']) => {
    const [criterion] = allCriteria(plan)
    if (!criterion) throw new Error('no criterion')
    return appliesWords({ ...criterion, appliesWhen })
  }
  it('joins the conditions', () => {
    expect(
      words([
        { fact: 'yearGroup', atLeast: 9 },
        { fact: 'status', isNot: 'draft' },
      ]),
    ).toBe('the child is in Year 9 or above and the plan is not a draft')
  })
  it('turns “is not no” into yes', () => {
    expect(words([{ fact: 'phaseTransfer', isNot: false }])).toBe('a change of phase is coming')
    expect(words([{ fact: 'otherwiseThanSchool', isNot: true }])).toBe(
      'education is not arranged otherwise than at school',
    )
  })
})

describe('finding a criterion', () => {
  it('looks into statement, examples and law, for all words at once', () => {
    const found = findCriteria(plan, { text: 'reg 12(1)(b) NEED', coreOnly: false }).flatMap(({ criteria }) => criteria)
    expect(found.map(({ id }) => id)).toContain('B1')
  })
  it('leaves out sections without any', () => {
    expect(findCriteria(plan, { text: 'F2', coreOnly: true }).map(({ id }) => id)).toEqual(['F'])
  })
})
