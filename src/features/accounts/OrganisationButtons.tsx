/** The sign-in of an organisation, for example Entra ID: leaves the page and comes back to the sign-in page. */
import { useState } from 'react'
import { accountRefusalText, signIn as words } from '../../text/accounts'
import { Notice } from '../../ui/Notice'
import type { About } from '../../wire/accounts'

export function OrganisationButtons({ providers }: { readonly providers: About['providers'] }) {
  const [failure, setFailure] = useState<string | null>(null)
  if (providers.length === 0) return null
  async function leaveTo(provider: string) {
    const { signInAt } = await import('../../sync/sign-in')
    const left = await signInAt(provider)
    setFailure(left.ok ? null : accountRefusalText(left.error))
  }
  return (
    <>
      {failure && (
        <Notice tone="stop" live="assertive">
          {failure}
        </Notice>
      )}
      <div className="govuk-button-group">
        {providers.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            className="govuk-button govuk-button--secondary"
            onClick={() => void leaveTo(id)}
          >
            {words.at(label)}
          </button>
        ))}
      </div>
    </>
  )
}
