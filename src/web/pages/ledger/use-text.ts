import { useLanguage, useText } from '#web/_lib/language.ts'
import { useReadingWords } from '#web/_words/reading/words.ts'
import type { CellWords } from './model/cells.ts'
import { en } from './text.en.ts'
import { type Text, zh } from './text.zh.ts'

/** Words of the ledger page and of its cells. */
export function useLedgerText(): CellWords & { readonly text: Text } {
  return { text: useText({ zh, en }), language: useLanguage(), words: useReadingWords() }
}
