/**
 * Single-key shortcuts of a section: ratings, note, sections, help. They can be switched off (WCAG 2.1.4) and never act
 * while somebody types, chooses in a list, or holds another key down.
 *
 * Effects: listens to keys of the document.
 */
import { useEffect, useEffectEvent } from 'react'
import type { Rating } from '../../../core/framework/schema'
import { focusedCriterion } from './focus-criterion'

export const RATING_KEYS: Readonly<Record<string, Rating>> = {
  '1': 'met',
  '2': 'partly',
  '3': 'not-met',
  '0': 'not-applicable',
  '9': 'cannot-tell',
}

export interface SingleKeys {
  readonly isOn: boolean
  readonly onRate: (criterionId: string, rating: Rating) => void
  readonly onNote: (criterionId: string) => void
  readonly onSection: (step: 1 | -1) => void
  readonly onHelp: () => void
}

export function useSingleKeys({ isOn, onRate, onNote, onSection, onHelp }: SingleKeys): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return
    if (isTyping(event.target) || document.querySelector('dialog[open]')) return
    if (act(event.key)) event.preventDefault()
  })

  function act(key: string): boolean {
    const criterion = focusedCriterion()
    const rating = RATING_KEYS[key]
    if (rating && criterion) onRate(criterion, rating)
    else if (key === 'n' && criterion) onNote(criterion)
    else if (key === ']') onSection(1)
    else if (key === '[') onSection(-1)
    else if (key === '?') onHelp()
    else return false
    return true
  }

  useEffect(() => {
    if (!isOn) return undefined
    const listen = (event: KeyboardEvent) => onKey(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [isOn])
}

/** Where a key means a character or a choice. A radio takes none but the arrows. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true
  return target instanceof HTMLInputElement && !['radio', 'checkbox', 'button', 'submit'].includes(target.type)
}
