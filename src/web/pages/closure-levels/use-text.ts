import { failureOf } from '#web/_lib/failure.ts'
import { useText } from '#web/_lib/language.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { en } from './text.en.ts'
import { type Text, zh } from './text.zh.ts'

/** Words of the page. */
export function useLevelsText(): Text {
  return useText<Text>({ zh, en })
}

/** Words a failure here. */
export function useLevelsFailure(): (error: unknown) => string {
  const { refusals, conflict } = useLevelsText()
  const failureText = useFailureText()
  return (error) => {
    const failure = failureOf(error)
    const { refusal } = failure
    if (failure.code === 'CONFLICT') return conflict
    return refusal === 'verify-then-approve' || refusal === 'all-needs-names' ? refusals[refusal] : failureText(failure)
  }
}
