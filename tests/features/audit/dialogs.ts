/** jsdom has no layout and no modal dialogs: what screens need of them, and no more. */
export function standInForDialogs(): void {
  Element.prototype.scrollIntoView = () => undefined
  window.scrollTo = () => undefined
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true
  }
  HTMLDialogElement.prototype.close = function close() {
    this.open = false
    queueMicrotask(() => this.dispatchEvent(new Event('close')))
  }
}
