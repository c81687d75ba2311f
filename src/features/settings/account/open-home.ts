/** Opens the first page as a whole new page, on whatever database this browser has now. Effect: leaves the page. */
export function openHome(): void {
  window.location.assign('/')
}
