/** After an incident: that it was reported, how it grades the plan, and how long the 72 hours still run. */
import type { Assigned } from '../../../store/assigned'
import { alerts } from '../../../text/audit-alerts'
import { gradeLabel } from '../../../text/points'
import { Notice } from '../../../ui/Notice'
import { BreachClock } from './BreachClock'

export function IncidentBanner({ assigned }: { readonly assigned: Assigned }) {
  const { framework, audit } = assigned
  const incidents = assigned.alerts.filter(({ body }) => body.type === 'incident')
  const first = incidents.map(({ body }) => body.foundAt).sort()[0]
  if (!audit?.body.incident && first === undefined) return null
  const words = alerts.incident
  return (
    <Notice tone="stop">
      <p className="govuk-body">
        <strong>{words.banner}</strong>{' '}
        {audit?.body.incident && words.bannerGrade(gradeLabel(framework, framework.grading.subject.incidentGrade))}
      </p>
      {first !== undefined && <BreachClock foundAt={first} brief />}
    </Notice>
  )
}
