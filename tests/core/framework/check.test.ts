import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkFramework } from '../../../src/core/framework/check'
import type { Framework } from '../../../src/core/framework/schema'
import { planFramework } from '../audit/plan-framework'

/** The problems of a sound framework after one change. */
function problemsAfter(change: (framework: Framework) => void) {
  const framework = planFramework()
  change(framework)
  return checkFramework(framework).problems
}
const criterion = (framework: Framework, id: string) =>
  framework.sections.flatMap((section) => section.criteria).find((one) => one.id === id)!

describe('a sound framework', () => {
  it('is counted: sections, criteria without timers, core, key, limiting, floor', () => {
    expect(checkFramework(planFramework())).toMatchObject({
      ok: true,
      id: 'plan-rule',
      version: '1.0.0',
      sections: 10,
      criteria: 21, // 18 of the core, E4, I1 and the incident check
      core: 18,
      statutory: 0,
      key: 4,
      limiting: 11,
      floor: 11,
      timers: 0,
      examples: 1,
      problems: [],
    })
  })
})

describe('the form of a framework', () => {
  const broken = JSON.parse(readFileSync('tests/fixtures/frameworks/individual-support-plan.json', 'utf8'))
  const { title: _gone, ...untitled } = broken
  const place = (json: unknown) => checkFramework(json).problems[0]

  it('says what is missing, and where', () => {
    expect(place(untitled)).toEqual({ where: 'title', message: 'This is missing.' })
  })

  it('names the place down to the field', () => {
    const json = structuredClone(broken)
    json.sections[2].criteria[1].source = 'CoP'
    expect(place(json)).toEqual({ where: 'sections[2].criteria[1].source', message: 'This field is not known here.' })
    delete json.sections[2].criteria[1].source
    json.sections[2].criteria[1].weight = 'heavy'
    expect(place(json)).toEqual({
      where: 'sections[2].criteria[1].weight',
      message: 'This must be a number; it is text.',
    })
    json.sections[2].criteria[1].weight = -1
    expect(place(json)?.message).toBe('This must be at least 0.')
    json.sections[2].criteria[1].weight = 1
    json.sections[2].criteria[1].statement = '   '
    expect(place(json)?.message).toBe('This is empty; it needs words.')
  })

  it('says which words are allowed', () => {
    expect(place({ ...broken, subject: 'letter' })).toEqual({
      where: 'subject',
      message: 'This must be one of: plan, advice.',
    })
    expect(place({ ...broken, version: '1.0' })?.message).toBe(
      'This is not written as it must be: use three numbers: 1.0.0.',
    )
  })

  it('names the fault of a condition', () => {
    const json = structuredClone(broken)
    json.sections[2].criteria[3].appliesWhen = [{ fact: 'yearGroup', atLeast: 'nine' }]
    expect(place(json)?.where).toBe('sections[2].criteria[3].appliesWhen[0].atLeast')
    json.sections[2].criteria[3].appliesWhen = ['always']
    expect(place(json)?.where).toBe('sections[2].criteria[3].appliesWhen[0]')
  })

  it('refuses what reading would drop or trim, so that the hash is the same everywhere', () => {
    const json = structuredClone(broken)
    json.title = ' Individual support plan'
    expect(place(json)).toEqual({ where: 'title', message: 'This text begins or ends with a space; take it away.' })
    json.title = 'Individual support plan'
    json.examples[0].facts.shoeSize = 4
    expect(place(json)?.where).toBe('examples[0].facts.shoeSize')
  })

  it('is never thrown about: other JSON is answered with what it lacks', () => {
    for (const json of [null, 3, 'framework', [], {}, [planFramework()]]) {
      const check = checkFramework(json)
      expect(check.ok).toBe(false)
      expect(check.problems.length).toBeGreaterThan(0)
    }
    expect(checkFramework(undefined).problems[0]?.where).toBe('file')
  })
})

describe('the standards of a framework', () => {
  it.each<[string, (framework: Framework) => void, string, RegExp]>([
    [
      'two criteria of one id',
      (f) => (criterion(f, 'W4').id = 'W8'),
      'sections[9].criteria[3].id',
      /already used at sections\[9\]/,
    ],
    ['two sections of one id', (f) => (f.sections[1]!.id = 'A'), 'sections[1].id', /already used/],
    ['two grades of one id', (f) => (f.scale[1]!.id = 'good'), 'scale[2].id', /already used/],
    ['a lead that is no agency', (f) => (criterion(f, 'A1').lead = 'nobody'), 'sections[0].criteria[0].lead', /nobody/],
    [
      'a diagnostic with a weight',
      (f) => (criterion(f, 'E4').weight = 1),
      'sections[4].criteria[2].weight',
      /must be 0/,
    ],
    [
      'a key criterion outside the core',
      (f) => (criterion(f, 'F1').core = false),
      'sections[5].criteria[0].role',
      /core/,
    ],
    [
      'a limiting one without weight',
      (f) => (criterion(f, 'C1').weight = 0),
      'sections[2].criteria[0].weight',
      /above 0/,
    ],
    [
      'two that score in one family',
      (f) => (criterion(f, 'W4').family = 'thread'),
      'sections[9].criteria[2].family',
      /W4 and W1/,
    ],
    [
      'law without a citation',
      (f) => (criterion(f, 'A1').basis = { status: 'statutory', citations: [] }),
      'sections[0].criteria[0].basis.citations',
      /which law/,
    ],
    [
      'a citation of no source',
      (f) => (criterion(f, 'A1').basis.citations = ['CoPy 3']),
      'sections[0].criteria[0].basis.citations[0]',
      /CoPy 3/,
    ],
    [
      'a compliance fact in the core',
      (f) => (criterion(f, 'A1').complianceStrip = true),
      'sections[0].criteria[0].complianceStrip',
      /blind/,
    ],
    [
      'a condition that can never hold',
      (f) => (criterion(f, 'A1').appliesWhen = [{ fact: 'lookedAfter', is: 'yes' }]),
      'sections[0].criteria[0].appliesWhen[0]',
      /never be "yes"/,
    ],
    [
      'a limit of what is no number',
      (f) => (criterion(f, 'A1').appliesWhen = [{ fact: 'status', atLeast: 3 }]),
      'sections[0].criteria[0].appliesWhen[0]',
      /not a number/,
    ],
    ['an absurd weight', (f) => (criterion(f, 'A1').weight = 1e300), 'sections[0].criteria[0].weight', /proportion/],
  ])('refuse %s', (_name, change, where, message) => {
    const problem = problemsAfter(change).find((one) => one.where === where)
    expect(problem?.message).toMatch(message)
  })

  it('need a core and a floor', () => {
    const bare = (f: Framework) => {
      for (const section of f.sections) {
        section.criteria = section.criteria.map(({ role: _role, ...one }) => ({ ...one, core: false, floor: false }))
      }
    }
    expect(problemsAfter(bare).map(({ message }) => message)).toEqual([
      'No criterion of the core has a weight, so nothing can be graded.',
      'No criterion is part of the minimum standard (floor).',
    ])
  })
})

describe('the grading rules of a framework', () => {
  const subject = (f: Framework) => f.grading.subject
  it.each<[string, (framework: Framework) => void, string, RegExp]>([
    [
      'a band of no grade',
      (f) => (subject(f).bands[1]!.grade = 'fine'),
      'grading.subject.bands[1].grade',
      /"fine" is not a grade/,
    ],
    [
      'bands out of order',
      (f) => subject(f).bands.splice(0, 2, subject(f).bands[1]!, subject(f).bands[0]!),
      'grading.subject.bands[1].grade',
      /highest grade down/,
    ],
    [
      'a lower band that asks more',
      (f) => (subject(f).bands[1]!.minShare = 0.95),
      'grading.subject.bands[1].minShare',
      /asks more/,
    ],
    [
      'a last band that leaves some out',
      (f) => (subject(f).bands[3]!.minShare = 0.1),
      'grading.subject.bands[3]',
      /catch all/,
    ],
    [
      'section bands that leave some out',
      (f) => f.grading.section.bands.pop(),
      'grading.section.bands[2]',
      /no minShare/,
    ],
    ['an incident of no grade', (f) => (subject(f).incidentGrade = 'fine'), 'grading.subject.incidentGrade', /fine/],
    [
      'an override limit of no grade',
      (f) => (subject(f).override.notIntoWithKeyNotMet = 'fine'),
      'grading.subject.override.notIntoWithKeyNotMet',
      /fine/,
    ],
    [
      'partly earning more than met',
      (f) => (f.grading.earned = { met: 0.5, partly: 1, 'not-met': 0 }),
      'grading.earned',
      /at least as much/,
    ],
    [
      'a scale with nothing good',
      (f) => (f.scale = f.scale.map((grade) => ({ ...grade, goodOrBetter: false }))),
      'scale',
      /good or better/,
    ],
    [
      'a scale that turns back',
      (f) => (f.scale[3]!.goodOrBetter = false),
      'scale[3].goodOrBetter',
      /lowest to highest/,
    ],
    ['a floor failed by what is met', (f) => (f.grading.floor.notMetOn = ['met']), 'grading.floor.notMetOn', /"met"/],
    ['a floor that nothing fails', (f) => (f.grading.floor.notMetOn = []), 'grading.floor.notMetOn', /At least one/],
    [
      'a rating that fails and endangers',
      (f) => (f.grading.floor.atRiskOn = ['not-met']),
      'grading.floor.atRiskOn',
      /already fails/,
    ],
  ])('refuse %s', (_name, change, where, message) => {
    const problem = problemsAfter(change).find((one) => one.where === where)
    expect(problem?.message).toMatch(message)
  })
})

describe('the worked examples of a framework', () => {
  const example = (f: Framework) => f.examples[0]!
  it('must exist', () => {
    expect(problemsAfter((f) => (f.examples = []))).toEqual([
      { where: 'examples', message: 'A framework needs at least one worked example.' },
    ])
  })

  it('must score as written: the problem says what was expected and what the rules give', () => {
    expect(problemsAfter((f) => (example(f).otherwise = 'partly'))).toEqual([
      {
        where: 'examples[0].expect.grade',
        message: 'The example says outstanding, but the rules give requires-improvement (share 0.5; reasons: share).',
      },
    ])
  })

  it('are compared in derived grade, share, floor, reasons and sections', () => {
    const problems = problemsAfter((f) => {
      example(f).expect = {
        grade: 'outstanding',
        derived: 'good',
        share: 0.9,
        floor: 'met',
        reasons: ['key'],
        sections: { A: 'good', B: 'outstanding' },
      }
    })
    expect(problems.map(({ where }) => where)).toEqual([
      'examples[0].expect.derived',
      'examples[0].expect.floor', // I1 is not rated, so the floor is open
      'examples[0].expect.share',
      'examples[0].expect.reasons',
      'examples[0].expect.sections.A',
    ])
  })

  it('may round a share to three decimals and no further', () => {
    const share = (written: number) =>
      problemsAfter((f) => {
        example(f).ratings = { A1: 'partly' } // 21.5 of 22 = 0.97727…
        example(f).expect = { grade: 'outstanding', share: written }
      })
    expect(share(0.977)).toEqual([])
    expect(share(0.98)).toHaveLength(1)
  })

  it('name known criteria, grades and sections', () => {
    expect(problemsAfter((f) => (example(f).ratings = { Z1: 'met' }))[0]).toEqual({
      where: 'examples[0].ratings.Z1',
      message: '"Z1" is not a criterion of this framework.',
    })
    expect(problemsAfter((f) => (example(f).expect.grade = 'fine'))[0]?.message).toMatch(/not a grade/)
    expect(problemsAfter((f) => (example(f).expect.sections = { Z: 'good' }))[0]?.message).toMatch(/not a section/)
  })

  it('do not report an incident when the rest is "otherwise not met"', () => {
    expect(
      problemsAfter((f) => {
        example(f).otherwise = 'not-met'
        example(f).expect = { grade: 'inadequate', reasons: ['share'] }
      }),
    ).toEqual([])
  })
})
