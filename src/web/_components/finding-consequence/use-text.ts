import { useClosureFailure } from '#web/_components/closure/use-text.ts'
import { useText } from '#web/_lib/language.ts'
import { useOwnRefusals } from '#web/_words/refusal/with-own.ts'
import { en } from './text.en.ts'
import { type Text, zh } from './text.zh.ts'

/** Words of what follows from findings. */
export function useConsequenceText(): Text {
  return useText<Text>({ zh, en })
}

/** Words a failure: a refusal of these, of closures, or any other error. */
export function useConsequenceFailure(): (error: unknown) => string {
  return useOwnRefusals(useConsequenceText().refusals, useClosureFailure())
}
