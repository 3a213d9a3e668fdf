import { useMemo } from 'react'
import { useLightWords } from '#web/_components/light/light-mark.tsx'
import { useLanguage, useText } from '#web/_lib/language.ts'
import { useReadingWords } from '#web/_words/reading/words.ts'
import type { CellWords } from './model/cells.ts'
import { en } from './text.en.ts'
import { type Text, zh } from './text.zh.ts'

/** Words of the ledger page and of its cells. */
export function useLedgerText(): CellWords & { readonly text: Text } {
  const text = useText<Text>({ zh, en })
  const language = useLanguage()
  const words = useReadingWords()
  const lights = useLightWords()
  return useMemo(() => {
    const { each, periods, files, headway, due, undefinedLight, closures, dispatches } = text
    return {
      text,
      language,
      words,
      standing: { language, lights, undefinedLight, closures, dispatches, each, periods, files, headway, due },
    }
  }, [text, language, words, lights])
}
