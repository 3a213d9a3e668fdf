import { useText } from '#web/_lib/language.ts'
import { en } from './text.en.ts'
import { type Text, zh } from './text.zh.ts'

/** Words for definitions in the language of the screen. */
export function useDefinitionText(): Text {
  return useText<Text>({ zh, en })
}
