import { failureOf } from '#web/_lib/failure.ts'
import { useText } from '#web/_lib/language.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { en } from './text.en.ts'
import { type Text, zh } from './text.zh.ts'

/** Words of closures. */
export function useClosureText(): Text {
  return useText<Text>({ zh, en })
}

/** Words a failure of closures: a refusal of theirs, or any other error. */
export function useClosureFailure(): (error: unknown) => string {
  const { refusals } = useClosureText()
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
