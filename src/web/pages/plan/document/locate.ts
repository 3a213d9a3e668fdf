import type { Span } from '#core/text/span.ts'

/** The id of the commitment whose text was pointed at: the innermost; where that is `current` already, the next one out. */
export function commitmentAt(target: EventTarget, current: string | null = null): string | null {
  const marked = target instanceof Element ? target.closest<HTMLElement>('[data-marks]') : null
  const ids = marked?.dataset['marks']?.split(' ') ?? []
  const at = current === null ? -1 : ids.indexOf(current)
  return ids[(at + 1) % Math.max(1, ids.length)] ?? null
}

/** Scrolls the first match into the upper middle, unless it can be seen already. */
export function showText(container: HTMLElement | null, selector: string): void {
  const element = container?.querySelector(selector)
  if (container === null || element === null || element === undefined) return
  const frame = container.getBoundingClientRect()
  const box = element.getBoundingClientRect()
  const margin = Math.min(72, frame.height / 6)
  if (box.top >= frame.top + margin && box.bottom <= frame.bottom - margin) return
  container.scrollTo({ top: container.scrollTop + box.top - frame.top - frame.height / 3, behavior: 'smooth' })
}

/** The selected text of the document as a span; null where nothing of it is selected. Every drawn text carries its place. */
export function selectedSpan(container: HTMLElement): Span | null {
  const selection = getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!container.contains(range.commonAncestorContainer)) return null
  const start = placeOf(range.startContainer, range.startOffset)
  const end = placeOf(range.endContainer, range.endOffset)
  return start === null || end === null || end <= start ? null : { start, end }
}

/** The offset in the document of a place in its drawing. */
function placeOf(node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement
  const placed = element?.closest<HTMLElement>('[data-start]')
  if (placed === null || placed === undefined) return null
  const before = document.createRange()
  before.setStart(placed, 0)
  before.setEnd(node, offset)
  const fragment = before.cloneContents()
  for (const removed of fragment.querySelectorAll('del')) removed.remove()
  return Number(placed.dataset['start']) + (fragment.textContent?.length ?? 0)
}
