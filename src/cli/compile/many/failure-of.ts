import { describeFormatError } from '#core/document/file-error-words.ts'
import { FormatError } from '#formats/errors/format-error.ts'

/** Why a document has no draft, for the index. */
export interface Failure {
  readonly code: string
  readonly words: Readonly<Record<'zh' | 'en', string>>
}

/** Not the document's fault, or not for good: the next run tries again. */
const PASSING: ReadonlySet<string> = new Set(['timeout', 'out-of-memory', 'needs-office', 'aborted', 'unreadable', 'unexpected'])

/** Whether the same bytes would fail again. */
export function isLasting(code: string): boolean {
  return !PASSING.has(code)
}

/** Any error as what the index says of it. */
export function failureOf(error: unknown): Failure {
  if (error instanceof FormatError) return { code: error.code, words: { zh: wordsOf(error, 'zh'), en: wordsOf(error, 'en') } }
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof Error && 'syscall' in error) {
    return {
      code: 'unreadable',
      words: { zh: `无法读取（${message}）。请检查权限和磁盘。`, en: `It cannot be read (${message}). Check permissions and the disk.` },
    }
  }
  return {
    code: 'unexpected',
    words: {
      zh: `程序未能处理（${message}）。请另存一份再试，并告知维护者。`,
      en: `The program could not deal with it (${message}). Save a new copy and try again, and tell its maintainers.`,
    },
  }
}

/** The file is said beside it: of the place only what is inside the file. */
function wordsOf(error: FormatError, language: 'zh' | 'en'): string {
  const { what, where, remedy } = describeFormatError(error, language)
  const { file = '' } = error.params
  const inside = where.slice(where.startsWith(file) ? file.length : 0).replace(/^(?:，|, )/, '')
  const [colon, stop] = language === 'zh' ? ['：', '。'] : [': ', '. ']
  return `${inside === '' ? '' : `${inside}${colon}`}${what}${stop}${remedy}${stop.trim()}`
}
