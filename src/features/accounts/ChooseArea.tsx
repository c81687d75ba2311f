/** For somebody who takes part in several areas: which one this time. */
import { useState } from 'react'
import { arrival } from '../../text/accounts'
import { common } from '../../text/common'
import { settings } from '../../text/settings'
import { ErrorSummary } from '../../ui/ErrorSummary'
import { Fieldset } from '../../ui/Fieldset'
import { Page } from '../../ui/Page'
import { Radio } from '../../ui/Radio'
import type { Place } from './Arrival'

const words = arrival.choose

interface ChooseAreaProps {
  readonly places: readonly Place[]
  readonly onChosen: (place: Place) => void
}

export function ChooseArea({ places, onChosen }: ChooseAreaProps) {
  const [area, setArea] = useState('')
  const [error, setError] = useState<string>()
  return (
    <Page title={words.title} narrow>
      <ErrorSummary title={common.errorSummary} errors={error ? [{ fieldId: 'areas', message: error }] : []} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const place = places.find((one) => one.area === area)
          setError(place ? undefined : words.missing)
          if (place) onChosen(place)
        }}
      >
        <Fieldset id="areas" legend={words.legend} error={error}>
          <div className="govuk-radios">
            {places.map((place) => (
              <Radio
                key={place.area}
                id={`area-${place.area}`}
                name="area"
                label={place.areaName}
                hint={place.member.roles.map(settings.roleLabel).join(', ')}
                value={place.area}
                checked={place.area === area}
                onChange={() => setArea(place.area)}
              />
            ))}
          </div>
        </Fieldset>
        <button type="submit" className="govuk-button">
          {words.action}
        </button>
      </form>
    </Page>
  )
}
