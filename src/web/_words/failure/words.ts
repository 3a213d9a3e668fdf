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
  if (refusal !== null) return isKey(text.refusal, refusal) ? text.refusal[refusal] : text.code.REFUSED
  return isKey(text.code, code) ? text.code[code] : text.code.UNKNOWN
}

function isKey<Key extends string>(catalog: Readonly<Record<Key, string>>, key: string): key is Key {
  return Object.hasOwn(catalog, key)
}
