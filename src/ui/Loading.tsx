/** Says that something is loading, only once it takes longer than a person would notice (200 ms). */
import { useEffect, useState } from 'react'

export function Loading({ label }: { readonly label: string }) {
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 200)
    return () => clearTimeout(timer)
  }, [])
  return isSlow ? (
    <p className="govuk-body muted" role="status">
      {label}
    </p>
  ) : null
}
