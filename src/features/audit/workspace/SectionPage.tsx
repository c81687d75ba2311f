/** One section with all its criteria, by mouse, touch or keyboard alone. */
import { useCallback, useEffect, useEffectEvent, useRef } from 'react'
import { flushSync } from 'react-dom'
import { Link, useLocation, useNavigate } from 'react-router'
import { useStore } from 'zustand/react'
import type { Audit } from '../../../core/audit/audit'
import type { Criterion } from '../../../core/framework/schema'
import { useAuditPreferences } from '../../../store/audit-preferences'
import { audit as words } from '../../../text/audit'
import { refusalText } from '../../../text/refusals'
import { Notice } from '../../../ui/Notice'
import { Page } from '../../../ui/Page'
import { IncidentBanner } from '../alerts/IncidentBanner'
import { OwnCriteriaSwitch } from '../learning/OwnCriteriaSwitch'
import { ownCriteria } from '../learning/own-criteria'
import type { OpenAudit } from '../open-audit'
import { firstUnrated, nextToRate } from '../rating-order'
import type { WorkSection } from '../sections'
import { CriterionCard } from './CriterionCard'
import { FOCUS_FIRST, focusCriterion, focusElement, focusWanted, goTo } from './focus-criterion'
import { KeysDialog } from './KeysDialog'
import { OtherNotes } from './OtherNotes'
import { useSingleKeys } from './use-single-keys'

interface SectionPageProps {
  readonly open: OpenAudit
  readonly section: WorkSection
  readonly sections: readonly WorkSection[]
  readonly drafted: Audit
}

export function SectionPage({ open, section, sections, drafted }: SectionPageProps) {
  const { framework, draft, path } = open
  const stored = open.audit.body
  const navigate = useNavigate()
  const { preferences, change } = useAuditPreferences()
  const help = useRef<HTMLDialogElement>(null)
  const refusal = useStore(draft.store, (state) => state.refusal)
  const at = sections.findIndex(({ id }) => id === section.id)
  const previous = sections[at - 1]
  const next = sections[at + 1]
  const unfolded = new Set(preferences.unfolded)
  const wanted = focusWanted(useLocation().state)
  const own = ownCriteria(framework, sections, section, drafted, wanted)
  const criteria = own && preferences.onlyOwn ? own.shown : section.criteria
  useArrival(criteria, drafted)

  const fold = useCallback(
    (id: string, isUnfolded: boolean) =>
      change((before) => {
        const others = before.unfolded.filter((one) => one !== id)
        return { ...before, unfolded: isUnfolded ? [...others, id] : others }
      }),
    [change],
  )
  useSingleKeys({
    isOn: preferences.singleKeys,
    onRate(criterionId, rating) {
      // What a rating unfolds moves the criteria below it: first that, then the scrolling.
      flushSync(() => draft.rate(criterionId, rating))
      const following = nextToRate(criteria, drafted.ratings, criterionId)
      if (following === null || !focusCriterion(following)) focusElement('next-section')
    },
    onNote(criterionId) {
      document.getElementById(`${criterionId}-add-note`)?.click()
      focusElement(`${criterionId}-note`)
    },
    onSection(step) {
      const to = step === 1 ? (next?.id ?? 'check') : previous?.id
      if (to !== undefined) void navigate(`${path}/${to}`, goTo(FOCUS_FIRST))
    },
    onHelp: () => help.current?.showModal(),
  })

  return (
    <Page
      title={words.section.title(section.id, section.title)}
      caption={words.caption(open.subject.body.code, open.cycle.body.name)}
    >
      <IncidentBanner assigned={open} />
      {refusal && (
        <Notice tone="stop" live="assertive">
          {refusalText(refusal)}
        </Notice>
      )}
      <OtherNotes ids={criteria.filter(({ id }) => stored.otherNotes?.[id] !== undefined).map(({ id }) => id)} />
      <p className="guidance-narrow">{section.guidance}</p>
      {own && (
        <OwnCriteriaSwitch
          framework={framework}
          own={own}
          isOn={preferences.onlyOwn}
          onSwitch={(onlyOwn) => change((before) => ({ ...before, onlyOwn }))}
        />
      )}
      <div className="criteria" data-keys={preferences.singleKeys ? 'on' : 'off'}>
        {criteria.map((criterion) => (
          <CriterionCard
            key={criterion.id}
            framework={framework}
            criterion={criterion}
            draft={draft}
            stored={stored.ratings[criterion.id] ?? null}
            note={stored.notes[criterion.id] ?? ''}
            isUnfolded={unfolded.has(criterion.id)}
            onFold={fold}
          />
        ))}
      </div>
      <div className="section-foot no-print">
        <Link id="next-section" className="govuk-button" to={`${path}/${next?.id ?? 'check'}`}>
          {next ? `${words.section.next}: ${words.section.title(next.id, next.title)}` : words.section.checkNext}
        </Link>
        {previous && (
          <Link className="govuk-link" to={`${path}/${previous.id}`}>
            {`${words.section.previous}: ${words.section.title(previous.id, previous.title)}`}
          </Link>
        )}
        <button type="button" className="audit-button" onClick={() => help.current?.showModal()}>
          {words.rail.keys}
        </button>
      </div>
      <KeysDialog
        dialog={help}
        isOn={preferences.singleKeys}
        onSwitch={(isOn) => change((before) => ({ ...before, singleKeys: isOn }))}
      />
    </Page>
  )
}

/** Where the focus goes when a section is reached by a key or from a list of criteria: to a criterion, not to the heading. */
function useArrival(criteria: readonly Criterion[], drafted: Audit): void {
  const { key, state } = useLocation()
  const arrive = useEffectEvent((wanted: unknown) => {
    if (typeof wanted !== 'string') return
    window.scrollTo(0, 0)
    const criterion = wanted === FOCUS_FIRST ? firstUnrated(criteria, drafted.ratings) : wanted
    if (criterion !== null) focusCriterion(criterion)
  })
  useEffect(() => {
    if (key !== '') arrive(focusWanted(state))
  }, [key, state])
}
