import type { ReadingKind } from '#core/draft/reading.ts'
import { useText } from '#web/_lib/language.ts'
import { en } from './text.en.ts'
import { type Text, zh } from './text.zh.ts'

export type ReadingWords = Text

/** Words for readings in the language of the screen. */
export function useReadingWords(): ReadingWords {
  return useText({ zh, en })
}

/** The keys of a catalog in its order. */
export function keysOf<Key extends string>(catalog: Readonly<Record<Key, unknown>>): readonly Key[] {
  return Object.keys(catalog).filter((key): key is Key => key in catalog)
}

/** Kinds in the order of the legend. */
export function readingKindsShown(words: ReadingWords): readonly ReadingKind[] {
  return keysOf(words.kind)
}
