/** Sizes of stored data as people read them. Pure formatting in the device's language. */
import { LOCALE } from '../../text/locale'

const STEPS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** 1 536 000 is "1.5 MB". */
export function formatBytes(bytes: number): string {
  let size = bytes
  let step = 0
  while (size >= 1000 && step < STEPS.length - 1) {
    size /= 1000
    step += 1
  }
  const unit = STEPS[step] ?? 'byte'
  return new Intl.NumberFormat(LOCALE, { style: 'unit', unit, maximumSignificantDigits: 2 }).format(size)
}
