import { failureOf } from '#web/_lib/failure.ts'
import { isKey } from '#web/_lib/keys-of.ts'
import { useText } from '#web/_lib/language.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { refusalsEn } from './refusals.en.ts'
import { type Refusals, refusalsZh } from './refusals.zh.ts'
import { en } from './text.en.ts'
import { type Text, zh } from './text.zh.ts'

/** Words of the pages of inspections. */
export function useInspectionText(): Text {
  return useText<Text>({ zh, en })
}

/** Words a failure of these pages: a refusal with what it is about, or any other error. */
export function useInspectionFailure(): (error: unknown) => string {
  const failureText = useFailureText()
  const refusals = useText<Refusals>({ zh: refusalsZh, en: refusalsEn })
  return (error) => {
    const failure = failureOf(error)
    const { refusal } = failure
    return refusal !== null && isKey(refusals, refusal) ? refusals[refusal](failure.params) : failureText(failure)
  }
}
