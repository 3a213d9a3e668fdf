/** Scrolls a row of the draft into view, below the heading that stays on top. */
export function showRow(container: HTMLElement | null, id: string): void {
  const row = container?.querySelector(`[data-row="${id}"]`)
  if (container === null || row === null || row === undefined) return
  const frame = container.getBoundingClientRect()
  const box = row.getBoundingClientRect()
  const head = 64
  if (box.top >= frame.top + head && box.bottom <= frame.bottom - 24) return
  container.scrollTo({ top: container.scrollTop + box.top - frame.top - frame.height / 3, behavior: 'smooth' })
}
