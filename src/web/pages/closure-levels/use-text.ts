import { failureOf } from '#web/_lib/failure.ts'
import { useText } from '#web/_lib/language.ts'
import { useOwnRefusals } from '#web/_words/refusal/with-own.ts'
import { en } from './text.en.ts'
import { type Text, zh } from './text.zh.ts'

/** Words of the page. */
export function useLevelsText(): Text {
  return useText<Text>({ zh, en })
}

/** Words a failure here. */
export function useLevelsFailure(): (error: unknown) => string {
  const { refusals, conflict } = useLevelsText()
  const words = useOwnRefusals(refusals)
  return (error) => (failureOf(error).code === 'CONFLICT' ? conflict : words(error))
}
