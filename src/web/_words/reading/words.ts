import type { ReadingKind } from '#core/draft/reading.ts'
import { keysOf } from '#web/_lib/keys-of.ts'
import { useText } from '#web/_lib/language.ts'
import { en } from './text.en.ts'
import { type Text, zh } from './text.zh.ts'

export type ReadingWords = Text

/** Words for readings in the language of the screen. */
export function useReadingWords(): ReadingWords {
  return useText({ zh, en })
}

/** Kinds in the order of the legend. */
export function readingKindsShown(words: ReadingWords): readonly ReadingKind[] {
  return keysOf(words.kind)
}
