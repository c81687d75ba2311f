/** Why a file was not read, what is kept, and what to do. */
import { registerImport } from '../../text/register-import'
import { Notice } from '../../ui/Notice'
import { StepHeading } from './StepHeading'

interface FileRefusedProps {
  /** What is wrong and what to do about it. */
  readonly message: string
  /** What was there before and still is, or what else to know. */
  readonly kept?: string | null
}

export function FileRefused({ message, kept }: FileRefusedProps) {
  return (
    <>
      <StepHeading>{registerImport.refused.heading}</StepHeading>
      <Notice tone="stop">
        <p className="govuk-body">{message}</p>
        {kept && <p className="govuk-body">{kept}</p>}
      </Notice>
    </>
  )
}
