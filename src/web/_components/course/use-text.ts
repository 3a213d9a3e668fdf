import { useClosureFailure } from '#web/_components/closure/use-text.ts'
import { useText } from '#web/_lib/language.ts'
import { useOwnRefusals } from '#web/_words/refusal/with-own.ts'
import { en } from './text.en.ts'
import { type Text, zh } from './text.zh.ts'

/** Words of what is said and asked of a commitment while it runs. */
export function useCourseText(): Text {
  return useText<Text>({ zh, en })
}

/** Words a failure: a refusal of these, of the levels of closures, or any other error. */
export function useCourseFailure(): (error: unknown) => string {
  return useOwnRefusals(useCourseText().refusals, useClosureFailure())
}
