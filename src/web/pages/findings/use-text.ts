import { failureOf } from '#web/_lib/failure.ts'
import { useText } from '#web/_lib/language.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { en } from './text.en.ts'
import { type Text, zh } from './text.zh.ts'

/** Words of findings. */
export function useFindingsText(): Text {
  return useText<Text>({ zh, en })
}

/** Words a failure here: a refusal of findings, or any other error. */
export function useFindingsFailure(): (error: unknown) => string {
  const { refusals } = useFindingsText()
  const failureText = useFailureText()
  return (error) => {
    const failure = failureOf(error)
    const { refusal } = failure
    return refusal !== null && isKey(refusals, refusal) ? refusals[refusal] : failureText(failure)
  }
}

function isKey<Key extends string>(catalog: Readonly<Record<Key, unknown>>, key: string): key is Key {
  return Object.hasOwn(catalog, key)
}
