import type { Failure } from '#web/_lib/failure.ts'
import { useText } from '#web/_lib/language.ts'
import { en } from './text.en.ts'
import { type Text, zh } from './text.zh.ts'

/** Words a failure in the language of the screen. */
export function useFailureText(): (failure: Failure) => string {
  const text = useText({ zh, en })
  return (failure) => wordsOf(failure, text)
}

function wordsOf({ code, refusal }: Failure, text: Text): string {
  if (refusal !== null) return text.refusal[refusal] ?? text.code.REFUSED
  return isCode(code, text) ? text.code[code] : text.code.UNKNOWN
}

function isCode(code: string, text: Text): code is keyof Text['code'] {
  return code in text.code
}
