import { readFileSync } from 'node:fs'
import path from 'node:path'

let listed: ReadonlySet<string> | null = null

/** Whether folded text (NFKC, lower case) stands in the list of the most used passwords. The list is read when it is first asked for. */
export function isListedPassword(folded: string): boolean {
  listed ??= new Set(
    readFileSync(path.join(import.meta.dirname, 'common-passwords.txt'), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#')),
  )
  return listed.has(folded)
}
