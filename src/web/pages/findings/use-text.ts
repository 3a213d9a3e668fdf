import { useText } from '#web/_lib/language.ts'
import { useOwnRefusals } from '#web/_words/refusal/with-own.ts'
import { en } from './text.en.ts'
import { type Text, zh } from './text.zh.ts'

/** Words of findings. */
export function useFindingsText(): Text {
  return useText<Text>({ zh, en })
}

/** Words a failure here: a refusal of findings, or any other error. */
export function useFindingsFailure(): (error: unknown) => string {
  return useOwnRefusals(useFindingsText().refusals)
}
