/** The result of a plan in a sentence, with its grade if it has one. */
import type { SubjectResult } from '../../../core/trends/result'
import { MODERATION_NEEDS, subjectWords } from '../../../text/cycles-subject'
import { Notice } from '../../../ui/Notice'
import { ResultGrade } from '../ResultGrade'
import type { SubjectView } from './use-subject-view'

interface ResultSummaryProps {
  readonly subjectView: SubjectView
  readonly result: SubjectResult
}

function sentence(result: SubjectResult, { progress, columns }: SubjectView): string {
  const words = subjectWords.result
  switch (result.state) {
    case 'graded':
      return result.by === 'agreement' ? words.agreement(columns.length) : words[result.by]
    case 'awaiting-moderation':
      return MODERATION_NEEDS[result.why]
    case 'awaiting-audits':
      return words.awaitingAudits(progress?.submitted ?? 0, progress?.open.length ?? 0)
    case 'not-gradeable':
      return words.notGradeable
    case 'lapsed':
      return words.lapsed
  }
}

export function ResultSummary({ subjectView, result }: ResultSummaryProps) {
  const words = subjectWords.result
  const { outcome } = subjectView.subject.body
  const tone = result.state === 'awaiting-moderation' ? 'warn' : 'plain'
  return (
    <section aria-labelledby="result" className="subject-result">
      <h2 className="govuk-heading-m" id="result">
        {words.title}
      </h2>
      <Notice tone={tone}>
        <p className="row">
          <ResultGrade framework={subjectView.view.framework} result={result} />
          <span>{sentence(result, subjectView)}</span>
        </p>
        {outcome && <p>{words.closedBecause(outcome.reason)}</p>}
      </Notice>
    </section>
  )
}
