/** The plans of a register by each fact that samples are drawn by. */
import { CountTable } from './CountTable'

const FACTS = ['keyStage', 'version', 'team', 'need', 'setting'] as const

export function CountTables({
  marginals,
}: {
  readonly marginals: Readonly<Record<string, Readonly<Record<string, number>>>>
}) {
  const facts = FACTS.flatMap((fact) => {
    const counts = marginals[fact]
    return counts && Object.keys(counts).length > 0 ? [{ fact, counts }] : []
  })
  return (
    <div className="count-tables">
      {facts.map(({ fact, counts }) => (
        <CountTable key={fact} fact={fact} counts={counts} />
      ))}
    </div>
  )
}
