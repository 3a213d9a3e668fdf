import { useText } from '#web/_lib/language.ts'
import { en } from './text.en.ts'
import { type Text, zh } from './text.zh.ts'

/** Words of the daily digest. */
export function useDigestText(): Text {
  return useText<Text>({ zh, en })
}
