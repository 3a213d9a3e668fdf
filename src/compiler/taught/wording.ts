import type { Draughted, Refiner } from '#compiler/read/item.ts'
import { omit } from '#compiler/refine/omit.ts'
import type { Extent } from '#compiler/source/sentence.ts'
import type { RuleRef } from '#core/text/certain.ts'
import { findPhrase } from './find-phrase.ts'
import { nothingTaught } from './taught.ts'

/** A part of a sentence that people have taught to be mere wording, with the rule that says so. */
interface Wording {
  readonly part: Extent
  readonly rule: RuleRef
}

const HAN = /[\u4e00-\u9fff]/g

/** The parts that are mere wording: a taught phrase makes up at least half of each. */
export function wordingOf({ sentence: { text, parts }, before }: Draughted): Wording[] {
  const { wording } = before.taught ?? nothingTaught
  return wording.length === 0
    ? []
    : parts.flatMap((part) => {
        const length = countHan(text.slice(part.start, part.end))
        const phrase = wording.find((each) =>
          findPhrase(text, each).some(({ start, end }) => {
            const shared = countHan(text.slice(Math.max(start, part.start), Math.min(end, part.end)))
            return shared > 0 && 2 * shared >= length
          }),
        )
        return phrase === undefined ? [] : [{ part, rule: phrase.rule }]
      })
}

/** Whether nothing of the sentence is more than wording. */
export function isAllWording(draught: Draughted): boolean {
  const wording = wordingOf(draught)
  const { text, parts } = draught.sentence
  return (
    wording.length > 0 &&
    parts.every((part) => wording.some((each) => each.part === part) || countHan(text.slice(part.start, part.end)) < 2)
  )
}

/** Leaves out what stands in mere wording. */
export const dropWording: Refiner = (draught) => {
  const wording = wordingOf(draught)
  if (wording.length === 0) return draught
  return omit(draught, 'wording', ({ anchor }) => wording.some(({ part }) => part.start <= anchor.start && anchor.end <= part.end))
}

function countHan(text: string): number {
  return text.match(HAN)?.length ?? 0
}
