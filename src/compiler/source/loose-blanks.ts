import { matchesOf } from './matches.ts'

/** A text with fewer blanks, and where each of its characters stood; null: it is the text itself. */
export interface Tightened {
  readonly text: string
  readonly offsets: readonly number[] | null
}

/** Blanks before a closing sign or behind an opening one; a number and its sign stay parted from a figure: 1. 5个. */
const loose =
  /(?<=[\p{Script=Han}\d)”]) {1,2}(?=[、。,;:)】〕”])|(?<=\d) {1,2}(?=\.(?! ?\d))|(?<=[(【〔“]) {1,2}(?=[\p{Script=Han}\d])|(?<=[、,;:。)]) (?=\p{Script=Han})/gu

/** Leaves out the blanks that scanned pages and some editors put around punctuation: `一 、 总则`, `( 二 )`, `牵头 ： 财务科`. Lines stay lines. */
export function withoutLooseBlanks(text: string): Tightened {
  if (!/[\p{Script=Han}\d] [、。,;:)]|[(【] [\p{Script=Han}\d]/u.test(text)) return { text, offsets: null }
  const offsets: number[] = []
  let kept = ''
  let from = 0
  const keep = (to: number): void => {
    for (let at = from; at < to; at++) offsets.push(at)
    kept += text.slice(from, to)
  }
  for (const { index, 0: blanks } of matchesOf(loose, text)) {
    keep(index)
    from = index + blanks.length
  }
  keep(text.length)
  return { text: kept, offsets }
}
