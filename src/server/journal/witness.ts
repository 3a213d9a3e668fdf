import { appendFileSync } from 'node:fs'
import type { SignedHead } from '#core/journal/head.ts'

/** Keeps heads in a file outside of the data folder, one line each: what stood there once cannot be cut off the journal unseen. */
export function fileWitness(file: string): (head: SignedHead) => void {
  return (head) => appendFileSync(file, `${JSON.stringify(head)}\n`, { flush: true })
}
