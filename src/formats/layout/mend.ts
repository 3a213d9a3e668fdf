import type { TextLine } from './lines.ts'

const NUMBERED =
  /^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、](?!\d)|[一二三四五六七八九十]是|第[一二三四五六七八九十百]+[章节条部]|[①-⑳㈠-㈩⑴-⒛]|[壹贰叁肆伍陆柒捌玖拾]{1,2}[、 ]|[A-H][.．、] |\d{1,2}[)）])/u
/** Numbers that words hold too (举一反三、), with a sentence behind them and no heading: they number something only where the line before came to its end. */
const WEAK = /^(?:[一二三四五六七八九十]{1,3}、|\d{1,2}、|[一二三四五六七八九十]是).*[，。；：,;:]/u
/** 责任单位：… */
const LABEL = /^\p{Script=Han}{2,8}[：:]/u
const ENDED = /[。；;：:！？!?]["”’）)]*$/u

/** How the lines of a flow are set. `slack`: characters that may be free at the end of a line without ending its paragraph. */
interface Setting {
  readonly left: number
  readonly edge: number
  readonly pitch: number
  readonly slack: number
  /** Whether paragraphs begin with an indented line, the others standing at the left. */
  readonly indentsFirst: boolean
}

/** Puts the lines of one flow together into paragraphs. A line ends its paragraph where the next word would still have fitted. */
export function mendLines(lines: readonly TextLine[], edge = rightEdge(lines), slack = 0.5): string[] {
  const left = Math.min(...lines.map(({ x }) => x))
  const setting = { left, edge, slack, pitch: usualPitch(lines), indentsFirst: indentsFirst(lines, left, edge) }
  const paragraphs: string[] = []
  let previous: TextLine | undefined
  for (const line of lines) {
    const text = paragraphs.at(-1)
    if (previous === undefined || text === undefined || startsAnew(previous, line, setting)) paragraphs.push(line.text)
    else paragraphs[paragraphs.length - 1] = joined(text, line.text)
    previous = line
  }
  return paragraphs
}

function startsAnew(previous: TextLine, line: TextLine, setting: Setting): boolean {
  const { left, pitch, slack } = setting
  const edge = previous.edge ?? setting.edge
  const { size } = line
  if (Math.abs(previous.size - size) > 0.15 * size) return true
  if (line.y - previous.y > 1.7 * Math.max(pitch, size)) return true
  if (setting.indentsFirst && isIndented(line, left)) return true
  if (line.x > left + 0.9 * size && line.x > previous.x - 0.9 * size && previous.right < edge - 0.5 * size) return true
  if (line.x > left + 1.5 * size && ENDED.test(previous.text)) return true
  const free = edge - previous.right
  const word = (gapBetween(previous.text, line.text) + firstWord(line.text)) * size
  const isEnded = ENDED.test(previous.text)
  const fits = free >= word + (isEnded ? 0.5 : slack) * size
  if (NUMBERED.test(line.text) && !/[第、，,]$/.test(previous.text)) {
    // in the narrow cells of a table a full line says little
    const mayGoOn = slack < 1 && !fits && /\p{Script=Han}$/u.test(previous.text)
    return !mayGoOn || !WEAK.test(line.text)
  }
  if (LABEL.test(line.text) && /[。！？][”）]*$/.test(previous.text)) return true
  if (/[\dA-Za-z]$/.test(previous.text) && /^\d/.test(line.text) && free < 2 * size) return false
  return fits
}

/** By about two characters, as paragraphs begin. */
function isIndented({ x, size }: TextLine, left: number): boolean {
  return x > left + 1.5 * size && x < left + 2.6 * size
}

/** Lines that go on behind a full indented one stand at the left, and hardly ever under it. */
function indentsFirst(lines: readonly TextLine[], left: number, edge: number): boolean {
  const behindFull = lines.slice(1).filter((_, index) => {
    const before = lines[index]
    return before !== undefined && isIndented(before, left) && before.right > (before.edge ?? edge) - 1.6 * before.size
  })
  const under = behindFull.filter((line) => isIndented(line, left)).length
  return behindFull.length - under >= 3 * Math.max(1, under)
}

/** Width of what cannot be broken at the start of a line, in characters. */
function firstWord(text: string): number {
  const word = /^[“‘（《〈「『【〖〔［(]*(?:[\d.,A-Za-z%％-]+|[^])[，。、；：！？）》〉」』】〗〕］”’)％%]*/u.exec(text)?.[0] ?? ''
  return Array.from(word).reduce((sum, character) => sum + widthOf(character), 0)
}

/** About, as fonts of Chinese documents have it: their quotation marks take a whole character, a percent sign nearly so. */
function widthOf(character: string): number {
  if ((character.codePointAt(0) ?? 0) > 0x2e7f || /[“”‘’…—]/.test(character)) return 1
  return character === '%' ? 0.95 : 0.55
}

/** What programs leave free between a Chinese character and a figure or a letter. */
function gapBetween(before: string, after: string): number {
  return /\p{Script=Han}$/u.test(before) && /^[\dA-Za-z]/.test(after) ? 0.25 : 0
}

function joined(before: string, after: string): string {
  return /[A-Za-z]$/.test(before) && /^[A-Za-z]/.test(after) ? `${before} ${after}` : before + after
}

/** Where lines end at most; punctuation may hang over it. */
export function rightEdge(lines: readonly TextLine[]): number {
  const plain = lines.filter(({ text }) => !/[，。、；：）”％%]$/.test(text))
  return Math.max(0, ...(plain.length >= 2 ? plain : lines).map(({ right }) => right))
}

function usualPitch(lines: readonly TextLine[]): number {
  const steps = lines.slice(1).map(({ y }, index) => y - (lines[index]?.y ?? y))
  const down = steps.filter((step) => step > 0).toSorted((a, b) => a - b)
  return down[Math.floor(down.length / 2)] ?? Infinity
}
