/** An extract of a fictional plan that is rated so, and why: under the description of the rating. */
import type { Exemplar } from '../../../core/framework/exemplars'
import { learning } from '../../../text/audit-learning'

export function ExemplarQuote({ exemplar }: { readonly exemplar: Exemplar }) {
  const words = learning.exemplar
  return (
    <figure className="exemplar">
      <figcaption>{words.label}</figcaption>
      <blockquote>{exemplar.extract}</blockquote>
      <p>{words.why(exemplar.why)}</p>
    </figure>
  )
}
