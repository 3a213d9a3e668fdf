import { isKey } from '#web/_lib/keys-of.ts'
import { unreadableOf } from '#web/_lib/send-sheet.ts'
import { failureOf } from '#web/_lib/failure.ts'
import { useText } from '#web/_lib/language.ts'
import { useFileTrouble } from '#web/_words/file/words.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { refusalsEn } from './refusals.en.ts'
import { type Refusals, refusalsZh } from './refusals.zh.ts'
import { en } from './text.en.ts'
import { type Text, zh } from './text.zh.ts'

/** Words of the pages of draws. */
export function useDrawText(): Text {
  return useText<Text>({ zh, en })
}

/** Words a failure of these pages: a file that cannot be read, a refusal with what it is about, or any other error. */
export function useDrawFailure(): (error: unknown) => string {
  const failureText = useFailureText()
  const troubleOf = useFileTrouble()
  const refusals = useText<Refusals>({ zh: refusalsZh, en: refusalsEn })
  return (error) => {
    const unreadable = unreadableOf(error)
    if (unreadable !== null) {
      const { what, where, remedy } = troubleOf(unreadable.code, unreadable.params)
      return [what, where, remedy].filter((part) => part !== '').join(' · ')
    }
    const failure = failureOf(error)
    const { refusal } = failure
    return refusal !== null && isKey(refusals, refusal) ? refusals[refusal](failure.params) : failureText(failure)
  }
}
