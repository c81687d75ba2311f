/** The grade and its working in sentences: what was earned, what caps it and to what, the floor, and changing the grade. */
import type { OverrideRefusal } from '../core/audit/graded'
import { pick } from './locale'
import { refusalText } from './refusals'

export const gradeText = pick({
  en: {
    planTitle: 'Grade of the plan',
    soFarTitle: 'Grade of the plan so far',
    sectionSoFar: (id: string) => `Section ${id} so far`,
    section: (id: string) => `Section ${id}`,
    coreRated: (rated: number, total: number) => `${rated} of ${total} core criteria rated`,
    soFarShare: (earned: string, applicable: string, percent: string) =>
      `So far ${earned} of ${applicable} points, ${percent}. The grade appears when all core criteria are rated.`,
    nothingYet: 'The grade appears when all core criteria are rated.',
    contribution: 'This is a contribution to some sections. It gives section grades, but no grade of the plan.',
    share: (earned: string, applicable: string, percent: string, grade: string) =>
      `${earned} of ${applicable} points, ${percent}. On points alone: ${grade}.`,
    shareOnly: (earned: string, applicable: string, percent: string) =>
      `${earned} of ${applicable} points, ${percent}.`,
    key: (ids: string, count: number, allNotMet: boolean, grade: string) =>
      allNotMet
        ? `Key ${count === 1 ? 'criterion' : 'criteria'} ${ids} ${count === 1 ? 'is' : 'are'} not met: this holds the grade at ${grade}.`
        : `Key ${count === 1 ? 'criterion' : 'criteria'} ${ids} ${count === 1 ? 'is' : 'are'} not met in full: this holds the grade at ${grade}.`,
    limiting: (ids: string, count: number, grade: string) =>
      `Limiting ${count === 1 ? 'criterion' : 'criteria'} ${ids} ${count === 1 ? 'is' : 'are'} not met: this holds the grade at ${grade}.`,
    incidentFound: (ids: string, grade: string) => `Another child’s data is in the plan (${ids} is not met): ${grade}.`,
    incident: (grade: string) => `An incident was reported, another child’s data in the plan: ${grade}.`,
    incomplete: (ids: string) => `Still to be rated: ${ids}.`,
    cannotTellTooMuch: (ids: string, most: string) =>
      `Too much cannot be told (${ids}): no grade, because more than ${most} of the weight rests on it.`,
    nothingApplicable: 'Nothing of the core applies, so there is no grade.',
    sectionNothing: 'Nothing here counts towards a grade of the section.',
    sectionCannotTell: (ids: string) => `No grade: all that counts cannot be told (${ids}).`,
    cannotTell: (points: string) =>
      `Left out as “cannot tell”: ${points} ${points === '1' ? 'point' : 'points'}, counted and reported apart.`,
    override: (from: string, to: string, reason: string) => `You changed it from ${from} to ${to}: “${reason}”.`,
    overrideRefused: (asked: string, why: string) => `Your change to ${asked} no longer stands. ${why}`,
    more: (count: number) => `${count} more`,
    noGrade: 'No grade',
    insufficient: 'Not enough evidence for a grade',
    seeWorking: 'See the working',
    seeWorkingAndChange: 'See the working or change the grade',
    caption: (code: string, cycle: string) => `Audit ${code} · ${cycle}`,
    pageTitle: 'The grade and its working',
    table: {
      caption: 'Core criteria and what each earned',
      criterion: 'Criterion',
      rating: 'Rating',
      earned: 'Earned',
      notRated: 'Not rated yet',
      leftOut: 'left out',
      weightOf: (weight: string) => `of ${weight}`,
      total: 'Together',
      of: (earned: string, applicable: string) => `${earned} of ${applicable}`,
    },
    rules: {
      title: 'How the grade follows',
      band: (grade: string, needs: string) => `${grade}: ${needs}.`,
      minShare: (percent: string) => `${percent} of the points or more`,
      allKey: 'every key criterion met in full',
      noKey: 'no key criterion not met',
      maxKey: (count: number) => `no more than ${count} key ${count === 1 ? 'criterion' : 'criteria'} not met`,
      noLimiting: 'no limiting criterion not met',
      maxLimiting: (count: number) =>
        `no more than ${count} limiting ${count === 1 ? 'criterion' : 'criteria'} not met`,
      otherwise: 'everything else',
      incident: (grade: string) => `An incident makes the grade ${grade}, whatever the points.`,
    },
    sections: { title: 'Sections' },
    floor: {
      status: { met: 'Met', 'at-risk': 'At risk', 'not-met': 'Not met' },
      unknown: 'Not known yet',
      met: 'All its criteria are met or do not apply.',
      atRisk: (ids: string) => `Put at risk by ${ids}: not met in full, or not to be told.`,
      notMet: (ids: string) => `Not met: ${ids}.`,
      toRate: (ids: string) => `Still to be rated: ${ids}.`,
      notAsked: (ids: string, count: number) =>
        `Not known from this audit: ${ids} ${count === 1 ? 'is' : 'are'} not among your criteria.`,
      nothing: 'Nothing of it applies to this plan.',
      apart: (label: string) => `${label}: beside the grade, and never part of it.`,
    },
    change: {
      title: 'Change the grade',
      intro: (steps: number) =>
        `If the working misses something that matters, you may change the grade by ${
          steps === 1 ? 'one step' : `${steps} steps`
        }, with a reason. Changes are counted and the panel reads the reason.`,
      grade: 'Change it to',
      gradeMissing: 'Choose the grade you would give',
      reason: 'Your reason',
      reasonHint: 'What does the working miss? A family could read this.',
      reasonMissing: 'Give a reason: the panel will read it',
      action: 'Change the grade',
      takeBack: 'Take the change back',
      standing: (from: string, to: string) => `You changed the grade from ${from} to ${to}.`,
      notOffered: (grade: string, why: string) => `${grade} cannot be chosen. ${why}`,
      done: 'The grade was changed.',
      takenBack: 'The change was taken back.',
    },
  },
})

/** Why an override is refused, in the words of the refusals. */
export function overrideRefusalText(why: OverrideRefusal): string {
  return refusalText({ type: 'OverrideRefused', why })
}
