import { useText } from '#web/_lib/language.ts'
import { useOwnRefusals } from '#web/_words/refusal/with-own.ts'
import { en } from './text.en.ts'
import { type Text, zh } from './text.zh.ts'

/** Words of closures. */
export function useClosureText(): Text {
  return useText<Text>({ zh, en })
}

/** Words a failure of closures: a refusal of theirs, or any other error. */
export function useClosureFailure(): (error: unknown) => string {
  return useOwnRefusals(useClosureText().refusals)
}
