import { useText } from '#web/_lib/language.ts'
import { en } from './text.en.ts'
import { zh } from './text.zh.ts'

/** A file error in words: what happened (with where in the file, and what it really is), and what to do. */
interface FileTrouble {
  readonly what: string
  readonly where: readonly string[]
  readonly remedy: string
}

/** Words an error of reading a file. */
export function useFileTrouble(): (code: string, params: Readonly<Record<string, string>>) => FileTrouble {
  const text = useText({ zh, en })
  return (code, params) => {
    const [what, remedy] = text.reason[code] ?? text.other
    const found = params['found'] === undefined ? undefined : text.found(text.kind[params['found']] ?? params['found'])
    const limit = params['limit'] === undefined ? undefined : text.limit(params['limit'])
    const line = params['line'] === undefined ? undefined : text.line(params['line'])
    return { what, where: [params['file'], params['part'], line, found, limit].filter((part) => part !== undefined), remedy }
  }
}
