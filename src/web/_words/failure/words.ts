import { failureOf } from '#web/_lib/failure.ts'
import { isKey } from '#web/_lib/keys-of.ts'
import { useText } from '#web/_lib/language.ts'
import { en } from './text.en.ts'
import { zh } from './text.zh.ts'

/** Words an error in the language of the screen. Pages that meet refusals take `_words/refusal`: its catalog is longer than a first page should carry. */
export function useErrorText(): (error: unknown) => string {
  const text = useText({ zh, en })
  return (error) => {
    const { code } = failureOf(error)
    return isKey(text, code) ? text[code] : text.UNKNOWN
  }
}
