import type { Span } from '#core/text/span.ts'
import { readDuty, type Duty } from './duty.ts'
import { matchesOf } from '#compiler/source/matches.ts'

/** Neighbouring parts of one sentence that say who answers. `isWhole`: the sentence says nothing else but by when. */
export interface DutyRun {
  readonly duties: readonly Duty[]
  /** Where it stands, with the comma before or behind it. */
  readonly span: Span
  readonly sentence: Span
  readonly isWhole: boolean
}

const hint = /负责|牵头|配合|协[助办同]|参与|主[责办]|承办|实施|落实|单位|部门|责任|科室|领导/
const limit = /^[^。]{0,12}(?:(?:年|月|日|季度)底?(?:之?前)?|前|时限.{0,14})(?:完成|办结|完成整改|整改到位)?$/

/** All runs of a stretch of text, in text order. */
export function findDuties(folded: string, span: Span): DutyRun[] {
  const words = folded.slice(span.start, span.end)
  if (!hint.test(words)) return []
  return sentencesIn(words).flatMap(([start, end]) =>
    hint.test(words.slice(start, end)) ? runsIn(folded, { start: span.start + start, end: span.start + end }) : [],
  )
}

/** Stretches between 。；！ and line ends. */
function sentencesIn(words: string): [number, number][] {
  return matchesOf(/[^。;!?\n\u2028]+/g, words).map(({ index, 0: { length } }) => [index, index + length])
}

function runsIn(folded: string, sentence: Span): DutyRun[] {
  const parts = partsIn(folded, sentence)
  const read = parts.map((part) => readDuty(folded, part))
  const isWhole = read.every((duty, at) => duty !== null || isLimit(folded, parts[at]))
  const runs: DutyRun[] = []
  let duties: Duty[] = []
  for (const [at, duty] of [...read, null].entries()) {
    if (duty !== null) duties.push(duty)
    else {
      if (isAnswer(duties, isWhole)) runs.push({ duties, span: around(parts, at - duties.length, at - 1), sentence, isWhole })
      duties = []
    }
  }
  return runs
}

/** Somebody must lead or be named by 由; beside other words a single bare 甲局负责 may be part of a sentence. */
function isAnswer(duties: readonly Duty[], isWhole: boolean): boolean {
  return duties.some(({ leads, isSure }) => leads || isSure) && (isWhole || duties.length > 1 || duties.some(({ isSure }) => isSure))
}

function isLimit(folded: string, part: Span | undefined): boolean {
  return part !== undefined && limit.test(folded.slice(part.start, part.end).trim())
}

/** The parts from one to another, with a comma to the left, else to the right. */
function around(parts: readonly Span[], first: number, last: number): Span {
  const start = first > 0 ? (parts[first - 1]?.end ?? 0) : (parts[0]?.start ?? 0)
  const end = first > 0 ? (parts[last]?.end ?? 0) : (parts[last + 1]?.start ?? parts[last]?.end ?? 0)
  return { start, end }
}

/** Parts between commas, not within brackets. */
function partsIn(folded: string, { start: from, end }: Span): Span[] {
  const parts: Span[] = []
  let depth = 0
  let start = from
  for (let at = from; at <= end; at++) {
    const character = at === end ? ',' : folded.charAt(at)
    if (character === '(') depth++
    if (character === ')') depth = Math.max(0, depth - 1)
    if (character !== ',' || (depth > 0 && at < end)) continue
    parts.push({ start, end: at })
    start = at + 1
  }
  return parts
}
