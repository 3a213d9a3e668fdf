import { failureOf } from '#web/_lib/failure.ts'
import { isKey } from '#web/_lib/keys-of.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'

/** Words a failure where a part of the product words some refusals itself: theirs first, then as everywhere (or as `otherwise` says). */
export function useOwnRefusals(
  refusals: Readonly<Record<string, string>>,
  otherwise?: (error: unknown) => string,
): (error: unknown) => string {
  const failureText = useFailureText()
  return (error) => {
    const failure = failureOf(error)
    const { refusal } = failure
    if (refusal !== null && isKey(refusals, refusal)) return refusals[refusal] ?? ''
    return otherwise === undefined ? failureText(failure) : otherwise(error)
  }
}
