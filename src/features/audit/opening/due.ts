/** Whether a due day has passed on this device's calendar. Effects: clock. */
import { today } from '../../../store/ids'

export function isOverdue(dueOn: string): boolean {
  return dueOn.slice(0, 10) < today()
}
