import { useConsequenceFailure } from '#web/_components/finding-consequence/use-text.ts'
import { useText } from '#web/_lib/language.ts'
import { useOwnRefusals } from '#web/_words/refusal/with-own.ts'
import { en } from './text.en.ts'
import { type Text, zh } from './text.zh.ts'

export function useReviewText(): Text {
  return useText<Text>({ zh, en })
}

/** Words a failure: a refusal of these, of what follows from findings, or any other error. */
export function useReviewFailure(): (error: unknown) => string {
  return useOwnRefusals(useReviewText().refusals, useConsequenceFailure())
}
