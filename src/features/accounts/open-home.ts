/** Opens the home page as a whole new page, so that the tab opens the member's own database. Effect: leaves the page. */
export function openHome(): void {
  window.location.assign('/')
}
