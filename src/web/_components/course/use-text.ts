import { useClosureFailure } from '#web/_components/closure/use-text.ts'
import { failureOf } from '#web/_lib/failure.ts'
import { useText } from '#web/_lib/language.ts'
import { en } from './text.en.ts'
import { type Text, zh } from './text.zh.ts'

/** Words of what is said and asked of a commitment while it runs. */
export function useCourseText(): Text {
  return useText<Text>({ zh, en })
}

/** Words a failure: a refusal of these, of the levels of closures, or any other error. */
export function useCourseFailure(): (error: unknown) => string {
  const { refusals } = useCourseText()
  const closureText = useClosureFailure()
  return (error) => {
    const { refusal } = failureOf(error)
    return refusal !== null && isKey(refusals, refusal) ? refusals[refusal] : closureText(error)
  }
}

function isKey<Key extends string>(catalog: Readonly<Record<Key, unknown>>, key: string): key is Key {
  return Object.hasOwn(catalog, key)
}
