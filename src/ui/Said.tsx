/** What came of the last thing a person did on a page: done, or why not. Read out when it appears. */
import { Notice } from './Notice'

export interface SaidWords {
  readonly tone: 'done' | 'stop'
  readonly text: string
}

export const saidDone = (text: string): SaidWords => ({ tone: 'done', text })
export const saidStop = (text: string): SaidWords => ({ tone: 'stop', text })

export function Said({ said }: { readonly said: SaidWords | null }) {
  return <div role="status">{said && <Notice tone={said.tone}>{said.text}</Notice>}</div>
}
