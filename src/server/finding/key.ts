import { sm3 } from '#server/journal/sm3.ts'

/** Which finding words are: it stays the same when the plan is read again. */
export function findingKey(aspect: string, finding: string): string {
  return sm3(`${aspect}\n${finding}`)
}
