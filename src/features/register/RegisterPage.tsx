/** The register: what to import first, how the newest import stands, and the way to a newer one. Managers only. */
import { useState } from 'react'
import { useMe } from '../../store/cycles'
import { useRegisters } from '../../store/registers'
import { common } from '../../text/common'
import { register } from '../../text/register'
import { registerImport } from '../../text/register-import'
import { Loading } from '../../ui/Loading'
import { Page } from '../../ui/Page'
import { EmptyRegister } from './EmptyRegister'
import { ImportFlow } from './ImportFlow'
import { ManagersOnly } from './ManagersOnly'
import { Overview } from './Overview'
import './register.scss'

export function RegisterPage() {
  const me = useMe()
  const registers = useRegisters()
  const [isImporting, setImporting] = useState(false)
  const [imported, setImported] = useState<string | null>(null)
  if (!me || !registers) return <Page title={register.title}>{<Loading label={common.loading} />}</Page>
  if (!me.roles.includes('manager')) return <ManagersOnly title={register.title} lead={register.managersOnly.lead} />

  const [current] = registers
  const onImported = (registerId: string) => {
    setImported(registerId)
    setImporting(false)
  }
  if (!current) return <EmptyRegister onImported={onImported} />
  return (
    <Page title={register.title} caption={isImporting ? registerImport.newerHeading : undefined}>
      {isImporting ? (
        <ImportFlow current={current} onImported={onImported} onLeave={() => setImporting(false)} />
      ) : (
        <Overview
          registers={registers}
          wasJustImported={imported === current.id}
          onImport={() => {
            setImported(null)
            setImporting(true)
          }}
        />
      )}
    </Page>
  )
}
