/** On a device that has a register but not its key: says so, and takes the register phrase. */
import { useState } from 'react'
import type { RegisterSummary } from '../../core/register/summary'
import { useHere } from '../../store/hooks'
import type { Held } from '../../store/read'
import { opensRegister, useIsUnlocked } from '../../store/register'
import { keepRegisterKey } from '../../store/register-key'
import { register } from '../../text/register'
import { registerPhrase } from '../../text/register-phrase'
import { Notice } from '../../ui/Notice'
import { FocusedNotice } from './FocusedNotice'
import { KnownPhrase } from './KnownPhrase'
import { useRegisterFile } from './use-register-file'

export function Unlock({ current }: { readonly current: Held<RegisterSummary> }) {
  const words = register.overview
  const isUnlocked = useIsUnlocked(current)
  const { device, session } = useHere()
  const { anyReader } = useRegisterFile()
  const [step, setStep] = useState<'closed' | 'asking' | 'done'>('closed')

  async function unlock(phrase: string): Promise<boolean> {
    const key = await anyReader().keyFrom(phrase, session.areaId)
    if ((await opensRegister(device, current, key)) === false) return false
    await keepRegisterKey(device, key)
    setStep('done')
    return true
  }

  if (step === 'done') return <FocusedNotice tone="done">{registerPhrase.known.unlocked}</FocusedNotice>
  if (isUnlocked !== false) return null
  if (step === 'asking') return <KnownPhrase onPhrase={unlock} onBack={() => setStep('closed')} />
  return (
    <Notice tone="warn">
      <p className="govuk-body">{words.keyMissing}</p>
      <button type="button" className="govuk-button govuk-button--secondary" onClick={() => setStep('asking')}>
        {words.unlock}
      </button>
    </Notice>
  )
}
