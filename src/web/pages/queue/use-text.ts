import { useText } from '#web/_lib/language.ts'
import { en } from './text.en.ts'
import { type Text, zh } from './text.zh.ts'

/** Words of the office's queue. */
export function useQueueText(): Text {
  return useText<Text>({ zh, en })
}
