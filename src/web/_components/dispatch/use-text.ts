import { useText } from '#web/_lib/language.ts'
import { useOwnRefusals } from '#web/_words/refusal/with-own.ts'
import { en } from './text.en.ts'
import { type Text, zh } from './text.zh.ts'

/** Words of 分办. */
export function useDispatchText(): Text {
  return useText<Text>({ zh, en })
}

/** Words a failure of 分办: a refusal of its own, or any other error. */
export function useDispatchFailure(): (error: unknown) => string {
  return useOwnRefusals(useDispatchText().refusals)
}
