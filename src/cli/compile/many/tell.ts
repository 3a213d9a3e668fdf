import type { IndexEntry } from './index-file.ts'

/** How many documents ended how. */
export interface Tally {
  readonly read: number
  readonly failed: number
  /** Of both, those done by an earlier run. */
  readonly unchanged: number
}

/** So often at the most progress is said: on a terminal in one line, else a line each. */
const EVERY_MS = { terminal: 200, file: 5000 } as const

/** Says on standard error how far the work is, and at once which document failed and why. */
export function tellMany(of: number): {
  readonly onResult: (entry: IndexEntry, isNew: boolean) => void
  readonly end: () => Tally
} {
  const isTerminal = process.stderr.isTTY
  const clear = isTerminal ? '\r\u001B[K' : ''
  let [read, failed, unchanged] = [0, 0, 0]
  let told = performance.now()
  const onResult = (entry: IndexEntry, isNew: boolean): void => {
    if (entry.state === 'read') read += 1
    else failed += 1
    if (!isNew) unchanged += 1
    if (entry.state === 'failed' && isNew) process.stderr.write(`${clear}${lineOf(entry)}\n`)
    if (performance.now() - told < (isTerminal ? EVERY_MS.terminal : EVERY_MS.file)) return
    told = performance.now()
    process.stderr.write(`${clear}${read + failed}/${of}，失败 failed ${failed}${isTerminal ? '' : '\n'}`)
  }
  const end = (): Tally => {
    process.stderr.write(clear)
    return { read, failed, unchanged }
  }
  return { onResult, end }
}

/** Names come from outside: what a terminal would obey is not shown. */
function lineOf({ words, file }: Extract<IndexEntry, { state: 'failed' }>): string {
  const [zh, en] = [words.zh, words.en].map((text) => text.replace(/\p{C}/gu, '\uFFFD'))
  return `失败 failed ${file.replace(/\p{C}/gu, '\uFFFD')}\n  ${zh}\n  ${en}`
}
