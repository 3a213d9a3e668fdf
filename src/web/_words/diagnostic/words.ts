import { useText } from '#web/_lib/language.ts'
import { en } from './text.en.ts'
import { zh } from './text.zh.ts'

/** Words a diagnostic of the compiler or a reader. */
export function useDiagnosticWords(): (code: string, params: Readonly<Record<string, string>>) => string {
  const text = useText({ zh, en })
  return (code, params) => text.code[code]?.(params) ?? text.other(code)
}
