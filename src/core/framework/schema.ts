/**
 * A framework: one versioned set of standards (sections, criteria, grade scale, grading rules) as data.
 *
 * Pure. Everything that decides a grade is in the file, never in code: weights, shares, caps, the legal floor, when a
 * criterion applies. A published version never changes; its content hash pins it (content-hash.ts).
 * Rule: standards.md 3.1 to 3.3. Files: audit-frameworks/<id>/<version>.json.
 */
import * as z from 'zod/mini'

const Id = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case letters, digits and hyphens'))
const Text = z.string().check(z.trim(), z.minLength(1))
const Share = z.number().check(z.gte(0), z.lte(1))

/** What an auditor says of one criterion. */
export const Rating = z.enum(['met', 'partly', 'not-met', 'not-applicable', 'cannot-tell'])
export type Rating = z.infer<typeof Rating>

/** What is known of the subject and decides which criteria apply. A fact that is left out is not known. */
export const Facts = z.object({
  yearGroup: z.optional(z.int().check(z.gte(-5), z.lte(22))),
  status: z.optional(z.enum(['draft', 'final', 'amended'])),
  purpose: z.optional(z.string()),
  afterReview: z.optional(z.boolean()),
  lookedAfter: z.optional(z.boolean()),
  directPayments: z.optional(z.boolean()),
  postSixteen: z.optional(z.boolean()),
  otherwiseThanSchool: z.optional(z.boolean()),
  phaseTransfer: z.optional(z.boolean()),
})
export type Facts = z.infer<typeof Facts>
export const FactName = z.keyof(Facts)
export type FactName = z.infer<typeof FactName>

/** One test of one fact. An unknown fact never rules a criterion out: the auditor decides. */
export const Condition = z.union([
  z.strictObject({ fact: FactName, is: z.union([z.string(), z.boolean(), z.number()]) }),
  z.strictObject({ fact: FactName, isNot: z.union([z.string(), z.boolean(), z.number()]) }),
  z.strictObject({ fact: FactName, atLeast: z.number() }),
  z.strictObject({ fact: FactName, atMost: z.number() }),
])
export type Condition = z.infer<typeof Condition>

/** Where the auditor finds the answer. `file`: case-file facts entered by the SEN team; `dates`: worked out from dates. */
export const EvidenceSource = z.enum(['plan', 'advice', 'file', 'dates'])
export type EvidenceSource = z.infer<typeof EvidenceSource>

/** Law (checked against the text cited) or accepted good practice, each with where it is written. */
export const Basis = z.strictObject({
  status: z.enum(['statutory', 'good-practice']),
  citations: z.array(Text),
})
export type Basis = z.infer<typeof Basis>

/**
 * One statement to rate.
 * `role`: `key` and `limiting` cap the grade, `diagnostic` is reported but never scored, `incident` counts as an
 * incident when rated not met. `core`: every whole-plan auditor rates it. `floor`: part of the minimum standard.
 */
export const Criterion = z.strictObject({
  id: z.string().check(z.regex(/^[A-Z][A-Za-z0-9.-]*$/, 'start with a capital letter; letters, digits, dot, hyphen')),
  statement: Text,
  basis: Basis,
  lead: Id,
  judgedFrom: z.array(EvidenceSource).check(z.minLength(1)),
  looksLike: z.strictObject({ met: Text, partly: z.optional(Text), notMet: Text }),
  weight: z.number().check(z.gte(0)),
  role: z.optional(z.enum(['key', 'limiting', 'diagnostic', 'incident'])),
  core: z.boolean(),
  floor: z.boolean(),
  /** Criteria of one family look at the same thing; only one of them scores. */
  family: z.optional(Id),
  /** All must hold for the criterion to apply; left out, it always applies. */
  appliesWhen: z.optional(z.array(Condition).check(z.minLength(1))),
  /** When an auditor may still say "not applicable", in words. */
  notApplicableWhen: z.optional(Text),
  /** Entered by the SEN team from the case file, outside blind grading (standards.md 3.2). */
  complianceStrip: z.optional(z.boolean()),
  /** An app may propose the answer from dates or presence. */
  prefill: z.optional(z.enum(['presence', 'dates'])),
})
export type Criterion = z.infer<typeof Criterion>

export const Section = z.strictObject({
  id: z.string().check(z.regex(/^[A-Z][A-Za-z0-9]*$/, 'start with a capital letter; letters and digits')),
  title: Text,
  /** What the section is for, in a sentence or two an auditor reads before rating. */
  guidance: Text,
  criteria: z.array(Criterion),
})
export type Section = z.infer<typeof Section>

/** One step of the grade scale. The scale is listed from the lowest grade to the highest. */
export const Grade = z.strictObject({
  id: Id,
  label: Text,
  meaning: Text,
  goodOrBetter: z.boolean(),
})
export type Grade = z.infer<typeof Grade>

/** What a subject must reach to be given `grade`. A limit that is left out does not apply. */
export const PlanBand = z.strictObject({
  grade: Id,
  minShare: z.optional(Share),
  maxKeyNotMet: z.optional(z.int().check(z.gte(0))),
  maxLimitingNotMet: z.optional(z.int().check(z.gte(0))),
  allKeyMet: z.optional(z.boolean()),
})
export type PlanBand = z.infer<typeof PlanBand>

/** How grades follow from ratings. Bands are tried in order, from the highest grade down; the first that fits is given. */
export const GradingRules = z.strictObject({
  /** Share of a criterion's weight that a rating earns. */
  earned: z.strictObject({ met: Share, partly: Share, 'not-met': Share }),
  subject: z.strictObject({
    bands: z.array(PlanBand).check(z.minLength(1)),
    incidentGrade: Id,
    /** More than this share of the core's weight "cannot tell": no grade. */
    maxCannotTellShare: Share,
    override: z.strictObject({
      maxSteps: z.int().check(z.gte(0)),
      /** An override may not lift a subject into this grade or above while a key criterion is not met. */
      notIntoWithKeyNotMet: z.optional(Id),
    }),
  }),
  section: z.strictObject({
    bands: z.array(z.strictObject({ grade: Id, minShare: z.optional(Share) })).check(z.minLength(1)),
  }),
  /** The minimum standard, apart from the grade: which ratings of a floor criterion put it at risk or fail it. */
  floor: z.strictObject({ label: Text, notMetOn: z.array(Rating), atRiskOn: z.array(Rating) }),
})
export type GradingRules = z.infer<typeof GradingRules>

/** A time limit worked out from dates, shown beside the grade and never averaged into it. */
export const Timer = z.strictObject({
  id: z.string().check(z.regex(/^T[0-9]+$/, 'use T and a number: T1')),
  statement: Text,
  basis: Basis,
  limit: z.optional(z.strictObject({ amount: z.int(), unit: z.enum(['days', 'weeks', 'months']) })),
  from: Text,
  to: Text,
  exceptions: z.optional(Text),
})
export type Timer = z.infer<typeof Timer>

const Choice = z.strictObject({ id: Id, label: Text })
export type Choice = z.infer<typeof Choice>

/** What one auditor rated, and the shortfalls behind it: the input of grading, and of a worked example. */
export const RatedCriterion = z.object({
  rating: Rating,
  cause: z.optional(Id),
  service: z.optional(Id),
  fix: z.optional(Id),
})
export type RatedCriterion = z.infer<typeof RatedCriterion>

export const Override = z.object({ grade: Id, reason: z.string() })
export type Override = z.infer<typeof Override>

/** A worked example: ratings and the grade they must lead to. `framework check` scores each of them. */
export const WorkedExample = z.strictObject({
  title: Text,
  teaches: Text,
  facts: z.optional(Facts),
  /** A rating for every core criterion not named in `ratings`; left out, the rest is unrated. */
  otherwise: z.optional(Rating),
  ratings: z.record(z.string(), Rating),
  incident: z.optional(z.boolean()),
  override: z.optional(Override),
  expect: z.strictObject({
    grade: z.nullable(Id),
    derived: z.optional(z.nullable(Id)),
    share: z.optional(z.nullable(Share)),
    floor: z.optional(z.nullable(z.enum(['met', 'at-risk', 'not-met']))),
    /** Types of the reasons that must be among those given. */
    reasons: z.optional(z.array(Text)),
    sections: z.optional(z.record(z.string(), z.nullable(Id))),
  }),
})
export type WorkedExample = z.infer<typeof WorkedExample>

export const Framework = z.strictObject({
  id: Id,
  version: z.string().check(z.regex(/^\d+\.\d+\.\d+$/, 'use three numbers: 1.0.0')),
  title: Text,
  summary: Text,
  subject: z.enum(['plan', 'advice']),
  /** Statutes, guidance and cases behind the citations, with their short names. */
  sources: z.array(z.strictObject({ short: Text, title: Text })),
  /** Lowest grade first. */
  scale: z.array(Grade).check(z.minLength(2)),
  /** Who may lead on a criterion. `partOf`: the agency that speaks for it where an area has no such office. */
  agencies: z.array(z.strictObject({ id: Id, label: Text, partOf: z.optional(Id) })).check(z.minLength(1)),
  sections: z.array(Section).check(z.minLength(1)),
  timers: z.array(Timer),
  grading: GradingRules,
  /** Words for a shortfall: where it arose, who owns it, what kind of mending it needs. */
  shortfall: z.strictObject({
    causes: z.array(Choice),
    services: z.array(Choice),
    fixes: z.array(Choice),
  }),
  examples: z.array(WorkedExample),
})
export type Framework = z.infer<typeof Framework>
