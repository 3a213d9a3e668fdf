import { useText } from '#web/_lib/language.ts'
import { en } from './text.en.ts'
import { type Text, zh } from './text.zh.ts'

export function useFolderText(): Text {
  return useText<Text>({ zh, en })
}
