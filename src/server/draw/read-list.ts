import type { Exclusion, populationText } from '#core/draw/population.ts'
import type { Outcome } from '#core/outcome/outcome.ts'
import { runInWorker } from '#formats/worker/run-in-worker.ts'
import { readableOnly } from '#server/files/read-cells.ts'
import { accepted } from '#server/plan/accepted.ts'

/** What is asked of the thread that reads lists. `freeze`: null where the list is read only. `earlier`: frozen texts whose numbers must not come again. */
export interface ListAsked {
  readonly name: string
  readonly bytes: Uint8Array
  readonly freeze: {
    readonly about: Parameters<typeof populationText>[1]
    readonly excluded: readonly Exclusion[]
    readonly earlier: readonly string[]
  } | null
}

/** A list that was read: how many items, and how many of each stratum. */
export interface ReadList {
  readonly items: number
  readonly strata: Readonly<Record<string, number>>
}

/** A frozen list with its text and the SM3 of that. */
export interface FrozenList extends ReadList {
  readonly text: string
  readonly hash: string
  readonly excluded: number
}

// a million numbers with their cells
const LIMITS = { ms: 120_000, mb: 3072 } as const
const WORKER = new URL('population.worker.ts', import.meta.url)

/** Reads a list (.xlsx, or a text of lines) in a thread of its own. REFUSED: it cannot be read, or a row of it is wrong. */
export async function readList(name: string, bytes: Uint8Array): Promise<ReadList> {
  return accepted(await asked<Outcome<ReadList, string>>({ name, bytes, freeze: null }))
}

/** The same list, frozen. */
export async function freezeList(name: string, bytes: Uint8Array, freeze: NonNullable<ListAsked['freeze']>): Promise<FrozenList> {
  return accepted(await asked<Outcome<FrozenList, string>>({ name, bytes, freeze }))
}

async function asked<T>(data: ListAsked): Promise<T> {
  return readableOnly(() => runInWorker<T>(WORKER, data, LIMITS))
}
