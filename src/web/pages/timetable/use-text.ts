import { useText } from '#web/_lib/language.ts'
import { en } from './text.en.ts'
import { type Text, zh } from './text.zh.ts'

/** Words of the timetable. */
export function useTimetableText(): Text {
  return useText<Text>({ zh, en })
}
