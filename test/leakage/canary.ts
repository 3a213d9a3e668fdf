import { unzipSync } from 'fflate'
import type { Fact } from '#test/leakage/oracle.ts'

/** A word that stands in one row alone and can be found again in any bytes. */
export type Canary = string

const CANARY = /cnry\d+x\d+z/g

/** The words of a world, each with whose it is. */
export interface Planted {
  readonly facts: ReadonlyMap<Canary, Fact>
  /** A new word that stands for a fact. */
  readonly word: (fact: Fact) => Canary
}

/** The words of the world of this number. */
export function startPlanting(world: number): Planted {
  const facts = new Map<Canary, Fact>()
  return {
    facts,
    word(fact) {
      const canary = `cnry${world}x${facts.size}z`
      facts.set(canary, fact)
      return canary
    },
  }
}

/** All that bytes say: themselves and, of an archive (.xlsx, .docx), the text of all its parts. */
export function wordsOf(bytes: Buffer): string {
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') return bytes.toString('utf8')
  const parts = Object.entries(unzipSync(bytes)).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return parts.map(([name, part]) => `${name}\n${Buffer.from(part).toString('utf8')}`).join('\n')
}

/** Every canary in a text, of whichever world. */
export function canariesIn(text: string): ReadonlySet<Canary> {
  return new Set(text.match(CANARY))
}
