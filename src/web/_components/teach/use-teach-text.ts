import { useText } from '#web/_lib/language.ts'
import { en } from './text.en.ts'
import { type Text, zh } from './text.zh.ts'

/** Words for phrase rules in the language of the screen. */
export function useTeachText(): Text {
  return useText({ zh, en })
}
