import { failureOf } from '#web/_lib/failure.ts'
import { isKey } from '#web/_lib/keys-of.ts'
import { useText } from '#web/_lib/language.ts'
import { useErrorText } from '#web/_words/failure/words.ts'
import { en } from './text.en.ts'
import { zh } from './text.zh.ts'

/** Words a failure in the language of the screen: the reason of a refusal, else the error. */
export function useFailureText(): (error: unknown) => string {
  const text = useText({ zh, en })
  const errorText = useErrorText()
  return (error) => {
    const { refusal } = failureOf(error)
    return refusal !== null && isKey(text, refusal) ? text[refusal] : errorText(error)
  }
}
