import type { Node } from './node.ts'
import type { LabelToken, NumberToken } from './token.ts'

/**
 * Where a label that opens a group (存在问题：, 整改措施：) belongs: index of the open node it hangs on. A label stands beside the label before it,
 * unless the list in between goes on behind it: then it is part of that list's last item. `next`: the next number at the beginning of a line.
 */
export function placeLabel(token: LabelToken, open: readonly Node[], below: string | undefined, next: NumberToken | null): number {
  const top = open.length - 1
  const label = open.findLastIndex((node) => node.style === 'label')
  const item = open.findLastIndex((node) => next !== null && node.style === next.style && node.ordinal + 1 === next.ordinal)
  const known = below === undefined ? -1 : open.findLastIndex((node) => node.style === below)
  if (label > 0 && item <= label) return known > label ? known : label - 1
  if (label > 0) return item
  if (item > 0 && item === top) return top
  if (known >= 0) return known
  // A new list of the kind that is open belongs to the label, so the label stands beside the list.
  const restarts = next !== null && next.ordinal === 1 && open[top]?.style === next.style && open[top].ordinal > 1
  return restarts && top > 0 && token.before === '' ? top - 1 : top
}
