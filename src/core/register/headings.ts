/**
 * Which field a heading names: scores from the words of the heading alone.
 *
 * Pure. Systems word the same column in many ways, so a rule says which words must be there, which must not, and which
 * make it surer. Wordings met so far: sen2.md section 6. The cells themselves are judged in mapping.ts.
 */
import { ADVICE_FIELDS, type FieldId } from './fields'
import { readAgency } from './values/advice'
import { plainWords } from './values/cells'

interface HeadingRule {
  readonly field: FieldId
  /** All must be found. */
  readonly needs: readonly RegExp[]
  readonly not: RegExp
  readonly base: number
  readonly surer: readonly (readonly [RegExp, number])[]
}

const PLAN = /\bplan\b/
const LATEST = /\b(?:latest|last|current|amend|amended|amendment|updated|recent|revised|revision|version|reissued)\b/

const RULES: readonly HeadingRule[] = [
  {
    field: 'ref',
    needs: [/\b(?:id|reference|number|identifier|code)\b/],
    not: /\b(?:upn|uln|nhs|urn|ukprn|unique pupil|unique learner|learner number|establishment|school|base|setting|worker|officer|caseworker|coordinator|team|phone|telephone|mobile|insurance|lea|la|dfe|post|postcode|need|needs|sen|year|reason|type|ethnicity|ethnic|gender|sex|status|address|house|contact|parent|carer|area|panel|of|days|weeks|version|native|tableid|email|room|form|invoice|cost|band|advice|outcome|stage)\b/,
    base: 2,
    surer: [
      [PLAN, 4],
      [/\bcase\b/, 3],
      [/\b(?:student|child|pupil|person|client|cyp|young|individual|user|learner)\b/, 3],
      [/\bunique\b/, 2],
      [/\b(?:system|record|local|internal)\b/, 1],
    ],
  },
  {
    field: 'startDate',
    needs: [
      /\b(?:first|initial|original|start|started|starts|commenced|commencement|begin|began|issued|issue|made|final|finalised|agreed)\b|^(?:plan date|date (?:of )?plan)$/,
      /\b(?:plan|date|issued|made|finalised|final)\b/,
    ],
    not: /\b(?:latest|last|current|amend|amended|amendment|updated|recent|revised|version|reissued|draft|proposed|review|reviewed|request|requested|end|ended|ceased|cease|ceasing|closed|close|advice|birth|assessment|due|type|reason|number|reference|next|phase|transfer|school|placement|target|deadline|officer|worker|status|weeks|service|entry|joined|admission|provision|tribunal|by|to|letter|decision|panel|meeting|support|team|stage|days|outcome|base|need|id|code|referral)\b/,
    base: 0,
    surer: [
      [PLAN, 2],
      [/\b(?:first|initial|original|start|started|starts|commenced|commencement|begin|began)\b/, 3],
      [/\b(?:issued|issue|made|final|finalised|agreed)\b/, 1],
      [/\bdate\b/, 0.5],
    ],
  },
  {
    field: 'latestDate',
    needs: [LATEST, /\b(?:plan|version|final|finalised|issue|issued)\b/],
    not: /\b(?:review|reviewed|meeting|decision|ceased|cease|end|ended|closed|draft|proposed|type|kind|officer|worker|contact|placement|school|status|advice|by|due|next|reason|social|need|stage|notice|number|id|reference|team|year|base|request|agreed|outcome|start|first|initial|original|birth)\b/,
    base: 2,
    surer: [
      [PLAN, 2],
      [/\b(?:issued|issue|dated|date|final|finalised)\b/, 1],
      [/\b(?:latest|last|current|updated)\b/, 0.5],
    ],
  },
  {
    field: 'reviewDate',
    needs: [/\b(?:review|reviewed)\b/],
    not: /\b(?:decision|outcome|due|next|sent|type|recommendation|draft|phase|number|early|status|letter|issued|by|reason|officer|completed by|deadline|overdue|required|amended|first|initial)\b/,
    base: 2,
    surer: [
      [/\b(?:meeting|held)\b/, 3],
      [/\b(?:last|latest|recent)\b/, 2],
      [/\bannual\b/, 1],
      [/\bdate\b/, 1],
    ],
  },
  {
    field: 'status',
    needs: [/\b(?:status|state)\b|^plan stage$/],
    not: /\b(?:sen|send|social|legal|care|looked|lac|cla|immigration|placement|review|upn|ethnic|employment|address|nhs|attendance|request|advice|tribunal|exclusion|school|establishment|date|marital|enrolment|transport|setting|need)\b/,
    base: 2,
    surer: [
      [PLAN, 3],
      [/\bcase\b/, 1],
      [/^status$/, 1],
    ],
  },
  {
    field: 'stage',
    needs: [/\b(?:stage|status|provision|level|support)\b/],
    not: /\b(?:need|needs|officer|team|unit|date|start|end|key|type|curriculum|hours|cost|social|care|legal|plan|case|school|named|worker|review|advice|placement|reason)\b/,
    base: 0,
    surer: [
      [/\b(?:sen|send)\b/, 3],
      [/\bstage\b/, 2],
    ],
  },
  {
    field: 'issueType',
    needs: [/\b(?:issue|version|plan)\b/, /\b(?:type|kind|version)\b/],
    not: /\b(?:date|dated|number|setting|school|base|placement|provision|issued|need|review|latest|last|current|support)\b/,
    base: 2,
    surer: [[/\bissue\b/, 2]],
  },
  {
    field: 'ceasedDate',
    needs: [
      /\b(?:cease|ceased|cessation|ceasing|end|ended|ends|close|closed|closure|discontinued|lapsed|terminated|finished|finish)\b/,
    ],
    not: /\b(?:reason|type|by|notice|placement|school|year|review|stage|phase|due|proposed|outcome|request|assessment|service|letter|decision|appeal|support|category|why|destination|weekend|base|provision|officer|panel)\b/,
    base: 1,
    surer: [
      [PLAN, 3],
      [/\b(?:cease|ceased|cessation)\b/, 2],
      [/\bdate\b/, 1],
    ],
  },
  {
    field: 'needPrimary',
    needs: [/\b(?:need|needs|difficulty|sen type|sentype|primary sen|main sen|sen category|category of sen)\b/],
    not: /\b(?:secondary|second|2|3|4|other|additional|tertiary|assessment|notes|medical|dietary|interpreter|plan|date|officer|team|support|meets|level|provision|all)\b/,
    base: 2,
    surer: [
      [/\b(?:primary|main|principal|first|1)\b/, 3],
      [/\bsen\b/, 1],
    ],
  },
  {
    field: 'yearGroup',
    needs: [/\b(?:year|ncy|yeargroup)\b/],
    not: /\b(?:academic|financial|birth|plan|issue|issued|review|old|months|calendar|leaving|entry|last|date|census|collection|start|end|of|months|advice|reception year)\b/,
    base: 1,
    surer: [
      [/\b(?:group|nc|ncy|yeargroup|curriculum|national)\b/, 3],
      [/^year$/, 1],
    ],
  },
  {
    field: 'birthDate',
    needs: [/\b(?:dob|birth|birthdate|birthday|born)\b/],
    not: /\b(?:year of|place|country|certificate|weeks|weight|name|order)\b/,
    base: 4,
    surer: [[/\b(?:dob|date)\b/, 1]],
  },
  {
    field: 'setting',
    needs: [
      /\b(?:base|setting|provision|placement|school|establishment|provider|institution|education|educational|attends)\b/,
    ],
    not: /\b(?:plan|need|needs|issue|advice|name|phase|address|start|end|date|urn|ukprn|reason|cost|hours|named|number|id|team|officer|subsidiary|sen|previous|next|requested|preferred|post|postcode|url|contact|transport|home|elective|head|year|residential|outcome|offer|section)\b/,
    base: 1,
    surer: [
      [/\b(?:type|category|kind|sector|group)\b/, 4],
      [/\b(?:setting|provision|placement)\b/, 0.5],
    ],
  },
  {
    field: 'urn',
    needs: [/\b(?:urn|establishment code|school code|base code|setting code|school urn)\b/],
    not: /\b(?:subsidiary|name|previous|next|home|requested|preferred|nearest)\b/,
    base: 2,
    surer: [[/\burn\b/, 3]],
  },
  {
    field: 'homeEducated',
    needs: [/\b(?:ehe|home educated|home education|home educating|home schooled)\b/],
    not: /\b(?:date|start|end|reason|officer)\b/,
    base: 4,
    surer: [],
  },
  {
    field: 'team',
    needs: [/\b(?:team|area|locality|district|hub|patch|quadrant|cluster|region)\b/],
    not: /\b(?:social|children|childrens|which|care|lac|cla|health|need|needs|learning|catchment|council|help|youth|manager|phone|email|leader|name of|telephone|school|home|ward|priority|plan|date|code|camhs|nhs|icb)\b/,
    base: 2,
    surer: [
      [/\bteam\b/, 2],
      [/\b(?:sen|send|casework|case|officer|allocated)\b/, 1],
    ],
  },
  {
    field: 'advice',
    needs: [/\b(?:advice|advices|agencies|contributors|contributions|professionals|services|evidence)\b/],
    not: /\b(?:requested|request|due|sent|outstanding|missing|date|needed|late|reason|number|count|status|officer)\b/,
    base: 1,
    surer: [
      [/\b(?:advice|advices)\b/, 2],
      [/\b(?:received|providing|provided|contributing|obtained|agencies|list)\b/, 1],
    ],
  },
]

const AGENCY_COLUMN = /\b(?:advice|advices|report|reports|views|received|contribution|opinion|psychological advice)\b/
const NOT_AGENCY_COLUMN =
  /\b(?:requested|request|due|sent|name|team|officer|worker|status|transport|attend|attended|invited|agencies|outstanding|late|needed|required|type|plan|review|reviewed|annual|reason|email|number|chased|author|by)\b/

const SHORT_FORMS: readonly (readonly [RegExp, string])[] = [
  [/\bd o b\b|\bdo b\b/g, 'dob'],
  [/\bd of b\b/g, 'dob'],
  [/\be h c p\b|\behc plans?\b|\behcps?\b|\behc\b|\be hc p\b|\beducation health (?:and )?care plans?\b/g, 'plan'],
  [/\bplans\b/g, 'plan'],
  [/\ba r\b|\bar\b|\bannual rev\b/g, 'annual review'],
  [/\by(?:r|ear)s? (?:gr?p|group)\b/g, 'year group'],
  [/\byrs?\b/g, 'year'],
  [/\bgrp\b/g, 'group'],
  [/\bprov\b/g, 'provision'],
  [/\best\b/g, 'establishment'],
  [/\bno\b|\bnum\b|\bnbr\b/g, 'number'],
  [/\bref\b|\brefno\b/g, 'reference'],
  [/\brecd\b|\brcvd\b|\brec d\b|\brcd\b/g, 'received'],
  [/\bdt\b/g, 'date'],
  [/\bis+ued on\b/g, 'issued'],
  [/\bi d\b/g, 'id'],
  [/\binit\b/g, 'initial'],
  [/\bpri\b|\bprim\b/g, 'primary'],
  [/\bsec\b/g, 'secondary'],
  [/\bplan plan\b/g, 'plan'],
]

/** The words of a heading: joined words taken apart, short forms written out. */
export function headingWords(heading: string): string {
  let words = plainWords(
    heading
      .slice(0, 200)
      .replace(/([a-z])(?=[A-Z]{2,}|[A-Z][a-z])/g, '$1 ')
      .replace(/([A-Z]{2,})([A-Z][a-z]{2,})/g, '$1 $2')
      .replace(/([A-Za-z])(\d)/g, '$1 $2')
      .replace(/_/g, ' '),
  )
  for (const [form, full] of SHORT_FORMS) words = words.replace(form, full)
  return words
}

/** How surely a heading names each field; fields it does not name are absent. */
export function scoreHeading(heading: string): ReadonlyMap<FieldId, number> {
  const scores = new Map<FieldId, number>()
  const words = headingWords(heading)
  if (!/[a-z]/.test(words)) return scores
  const agencyField = agencyFieldOf(words)
  if (agencyField !== null) return scores.set(agencyField, 5)
  for (const rule of RULES) {
    if (!rule.needs.every((need) => need.test(words)) || rule.not.test(words)) continue
    const score = rule.surer.reduce((sum, [pattern, more]) => sum + (pattern.test(words) ? more : 0), rule.base)
    if (score >= 1.5) scores.set(rule.field, score)
  }
  return scores
}

/** Whether the words of a heading rule a field out, whatever its cells look like. */
export function isRuledOut(heading: string, field: FieldId): boolean {
  return RULES.find((rule) => rule.field === field)?.not.test(headingWords(heading)) ?? false
}

function agencyFieldOf(words: string): FieldId | null {
  if (!AGENCY_COLUMN.test(words) || NOT_AGENCY_COLUMN.test(words)) return null
  const agency = readAgency(words)
  return ADVICE_FIELDS.find(([, code]) => code === agency)?.[0] ?? null
}
