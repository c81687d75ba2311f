/**
 * Moves the focus between criteria on the page, and brings the whole criterion into view with it.
 *
 * Effects: focus, scrolling.
 */

/** The criterion that holds the focus, by its id. */
export function focusedCriterion(): string | null {
  const card = document.activeElement?.closest<HTMLElement>('[data-criterion]')
  return card?.dataset.criterion ?? null
}

/** @returns whether the criterion is on this page. */
export function focusCriterion(criterionId: string): boolean {
  const card = document.getElementById(`criterion-${criterionId}`)
  const radio =
    card?.querySelector<HTMLInputElement>('input[type="radio"]:checked') ??
    card?.querySelector<HTMLInputElement>('input[type="radio"]')
  if (!card || !radio) return false
  radio.focus({ preventScroll: true })
  card.scrollIntoView({ block: card.offsetHeight > window.innerHeight ? 'start' : 'nearest' })
  return true
}

export function focusElement(id: string): void {
  document.getElementById(id)?.focus()
}

/** Goes with an address: the criterion that takes the focus on arrival. */
export const FOCUS_FIRST = 'first-unrated'

export function goTo(criterion: string): { readonly state: { readonly focus: string } } {
  return { state: { focus: criterion } }
}

/** What `goTo` put into the state of an address. */
export function focusWanted(state: unknown): unknown {
  return typeof state === 'object' && state !== null && 'focus' in state ? state.focus : undefined
}
