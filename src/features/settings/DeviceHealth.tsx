/** How this device stands: whether the browser keeps its records, how much room they take, how many there are, which version. */
import { useEffect, useState } from 'react'
import { version } from '../../../package.json'
import { askToKeep, RECORD_KINDS, type StorageHealth, storageHealth, useRecordCounts } from '../../store/device-health'
import { settings } from '../../text/settings'
import { formatCount } from '../../ui/format'
import { SummaryList, SummaryRow } from '../../ui/SummaryList'
import { formatBytes } from './format-bytes'

export function DeviceHealth() {
  const words = settings.device
  const counts = useRecordCounts()
  const [health, setHealth] = useState<StorageHealth>()
  const [refused, setRefused] = useState(false)
  useEffect(() => {
    void storageHealth().then(setHealth)
  }, [])

  async function ask() {
    setRefused(!(await askToKeep()))
    setHealth(await storageHealth())
  }

  const kept = health?.kept ?? null
  return (
    <section aria-labelledby="device">
      <h2 className="govuk-heading-m" id="device">
        {words.heading}
      </h2>
      <SummaryList>
        <SummaryRow name={words.kept}>
          {kept === null ? words.keptUnknown : kept ? words.keptYes : words.keptNo}
          {kept === false && (
            <p className="govuk-!-margin-top-2 govuk-!-margin-bottom-0 no-print">
              <button
                type="button"
                className="govuk-button govuk-button--secondary govuk-!-margin-bottom-0"
                onClick={() => void ask()}
              >
                {words.ask}
              </button>
            </p>
          )}
          <span role="status">{refused && kept === false ? words.refused : ''}</span>
        </SummaryRow>
        {health?.used != null && health.quota != null && (
          <SummaryRow name={words.room}>
            {words.roomUsed(formatBytes(health.used), formatBytes(health.quota))}
          </SummaryRow>
        )}
        <SummaryRow name={words.records}>
          {counts && (
            <ul className="govuk-list govuk-!-margin-bottom-1">
              {RECORD_KINDS.map((kind) => (
                <li key={kind}>{settings.recordKinds[kind](formatCount(counts[kind]))}</li>
              ))}
            </ul>
          )}
          <span className="muted">{words.sealed}</span>
        </SummaryRow>
        <SummaryRow name={words.version}>{version}</SummaryRow>
      </SummaryList>
    </section>
  )
}
