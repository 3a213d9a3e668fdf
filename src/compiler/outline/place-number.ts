import type { Node } from './node.ts'
import type { NumberToken, Style } from './token.ts'

/** What is remembered of lists that were closed by a higher heading. */
export interface Memory {
  /** The last number of each style: a list may run on below the next heading. */
  readonly last: Map<Style, number>
  /** Below what kind of node each style was last opened. */
  readonly below: Map<string, Node['style']>
}

/** Where a number belongs: all open nodes above index `keep` end, and the clause hangs on the one at `keep`. */
export interface Place {
  readonly keep: number
}

const strong: ReadonlySet<Style> = new Set(['part', 'section', 'article', 'capital', 'chinese', 'chineseParen', 'finding', 'matter'])
const enumerating: ReadonlySet<Style> = new Set(['is', 'must', 'ordinal'])
const alike = new Map<Node['style'], number>([
  ['dot', 1],
  ['dun', 1],
  ['decimal1', 1],
  ['glyphDot', 1],
  ['paren', 2],
  ['rightParen', 2],
  ['glyphParen', 2],
])
const ranks: Partial<Record<Node['style'], number>> = { root: -1, part: 0, section: 1, capital: 1, chinese: 2 }

/**
 * Decides whether a number begins a clause, and where: it must go on from the number before it, begin a list anew, or (at the beginning of a
 * line) be of a kind that nothing but a heading has. `leap`: it stands where a line break was lost.
 */
export function placeNumber(token: NumberToken, open: readonly Node[], memory: Memory, leap: boolean): Place | null {
  if (token.before !== '' && !leap && !standsFree(token)) return null
  if (token.isDoubtful && !isListed(token)) return goesOn(token, open)
  return goesOn(token, open) ?? beginsList(token, open, memory) ?? runsOn(token, open, memory, leap) ?? stray(token, open, memory)
}

function isListed({ ordinal, before, nextOfStyle: next }: NumberToken): boolean {
  return before === '' && next?.before === '' && next.ordinal === ordinal + 1
}

/** Within a line a number stands behind the end of a sentence, a colon or a bracket; 一是 also behind a comma. */
function standsFree({ before, style }: NumberToken): boolean {
  if (enumerating.has(style)) return /[。;:!?,)”"\]】…|\- ]/.test(before)
  return /[。;:!?)”"\]】… ]/.test(before)
}

function goesOn(token: NumberToken, open: readonly Node[]): Place | null {
  for (let at = open.length - 1; at > 0; at--) {
    const node = open[at]
    if (node?.style === token.style && token.ordinal === node.ordinal + 1 && token.prefix === node.prefix) return { keep: at - 1 }
  }
  // 1. and 2、 in one list: the author's dots and commas are not always the same.
  if (token.before !== '' || open.some(({ style }) => style === token.style)) return null
  const like = open.findLastIndex(({ style, ordinal }) => alike.get(style) === alike.get(token.style) && ordinal + 1 === token.ordinal)
  return alike.has(token.style) && like > 0 ? { keep: like - 1 } : null
}

function beginsList(token: NumberToken, open: readonly Node[], memory: Memory): Place | null {
  if (token.ordinal !== 1) return null
  const isFollowed = token.nextOfStyle?.ordinal === 2
  // Within a line, or as 一是, a list needs its second item.
  if (!isFollowed && (enumerating.has(token.style) || (token.before !== '' && token.before !== ':' && !strong.has(token.style))))
    return null
  if (!isFollowed && (token.style === 'decimal1' || token.style === 'letter' || (token.style === 'chinese' && token.before !== '')))
    return null
  const same = open.findLastIndex((node) => node.style === token.style)
  const rank = ranks[token.style]
  if (rank !== undefined) return { keep: open.findLastIndex((node) => (ranks[node.style] ?? 9) < rank) }
  if (same > 0 && !open.slice(same + 1).some((node) => node.style === 'label' || node.style === 'heading')) return { keep: same - 1 }
  return { keep: belowRemembered(token, open, memory) }
}

/** A strong style opens below the kind of node it was opened below before; others below the innermost. */
function belowRemembered(token: NumberToken, open: readonly Node[], memory: Memory): number {
  const below = memory.below.get(token.style)
  const known = below === undefined || !strong.has(token.style) ? -1 : open.findLastIndex((node) => node.style === below)
  return known >= 0 ? known : open.length - 1
}

function runsOn(token: NumberToken, open: readonly Node[], memory: Memory, leap: boolean): Place | null {
  if (token.ordinal !== (memory.last.get(token.style) ?? 0) + 1 || token.ordinal === 1) return null
  const rank = ranks[token.style]
  if (rank !== undefined) return { keep: open.findLastIndex((node) => (ranks[node.style] ?? 9) < rank) }
  const isSure = token.before === '' || strong.has(token.style) || leap || token.nextOfStyle?.ordinal === token.ordinal + 1
  if (!isSure || enumerating.has(token.style)) return null
  return { keep: strong.has(token.style) ? belowRemembered(token, open, memory) : open.length - 1 }
}

/** A number out of sequence: a gap or a repeated number in a list at the beginning of lines, or a heading of an excerpt. */
function stray(token: NumberToken, open: readonly Node[], memory: Memory): Place | null {
  if (token.before !== '' || enumerating.has(token.style)) return null
  const same = open.findLastIndex((node) => node.style === token.style && node.prefix === token.prefix)
  const last = open[same]?.ordinal ?? memory.last.get(token.style)
  const isNear = last !== undefined && token.ordinal >= last && token.ordinal <= last + 3
  if (same > 0 && (isNear || strong.has(token.style))) return { keep: same - 1 }
  if (strong.has(token.style)) {
    const rank = ranks[token.style]
    return {
      keep: rank === undefined ? belowRemembered(token, open, memory) : open.findLastIndex((node) => (ranks[node.style] ?? 9) < rank),
    }
  }
  const goesAhead = isListed(token)
  const prefixed = token.style === 'decimal2' || token.style === 'decimal3'
  return isNear || goesAhead || prefixed ? { keep: open.length - 1 } : null
}
