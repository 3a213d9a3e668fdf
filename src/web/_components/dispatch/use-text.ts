import { failureOf } from '#web/_lib/failure.ts'
import { useText } from '#web/_lib/language.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { en } from './text.en.ts'
import { type Text, zh } from './text.zh.ts'

/** Words of 分办. */
export function useDispatchText(): Text {
  return useText<Text>({ zh, en })
}

/** Words a failure of 分办: a refusal of its own, or any other error. */
export function useDispatchFailure(): (error: unknown) => string {
  const { refusals } = useDispatchText()
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
