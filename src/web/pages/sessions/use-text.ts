import { useText as useCatalog } from '#web/_lib/language.ts'
import { en } from './text.en.ts'
import { type Text, zh } from './text.zh.ts'

/** The words of this page. */
export function useText(): Text {
  return useCatalog<Text>({ zh, en })
}
