import type { Growing } from './growing.ts'
import type { Node } from './node.ts'
import type { NumberToken } from './token.ts'

/** The clause that is being filled, and from where. */
interface Filling {
  readonly growing: Growing
  readonly node: Node
  readonly from: number
}

/** 第一，加强学习 as a heading in a line of its own, above all numbers: a part. */
export function asPart({ folded, open }: Growing, token: NumberToken): NumberToken {
  if (token.style !== 'ordinal' || token.before !== '' || (open.length > 1 && open[1]?.style !== 'part')) return token
  return /^[^。;,:\n]{2,30}(?:\n|$)/.test(folded.slice(token.end, token.end + 40)) ? { ...token, style: 'part' } : token
}

/** Where line breaks were lost, the bare words of a heading may stand between a full stop and （一）, with （二） behind a full stop. */
export function opensRun({ growing, node, from }: Filling, { style, ordinal, before, start, nextOfStyle: next }: NumberToken): boolean {
  if (style !== 'chineseParen' || ordinal !== 1 || next?.ordinal !== 2 || next.before !== '。' || !/[\p{L}\d]/u.test(before)) return false
  if (node.style !== 'root' && node.style !== 'text' && node.style !== 'chineseParen') return false
  const words = growing.folded.slice(Math.max(from, start - longestHeading), start)
  return /(?:^|[。\n])[^。;,:\n]{2,}$/.test(words) && (start - from < longestHeading || words.includes('。'))
}

/** Longest heading in front of a run of （一）…（二）…. */
const longestHeading = 40

/** Where line breaks were lost, （一） may follow the bare words of a heading: 一、加强学习（一）… */
export function isLeap({ growing, node, from }: Filling, token: NumberToken): boolean {
  if (token.style !== 'chineseParen' || !['chinese', 'capital', 'part'].includes(node.style) || node.pieces.length > 0) return false
  return token.start - from <= 80 && !/[。;]/.test(growing.folded.slice(from, token.start))
}
