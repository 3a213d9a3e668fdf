import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import type { NamesByKey } from '#web/_components/record-value/value-words.ts'
import { client } from '#web/_lib/client.ts'
import { askedOf, type Filters } from './model/filters.ts'

export type RecordRow = Awaited<ReturnType<typeof client.record.window>>['rows'][number]

/** What of a register is at hand. */
export interface Shown {
  /** Undefined until the first answer. */
  readonly total: number | undefined
  readonly rowAt: (index: number) => RecordRow | undefined
  readonly names: NamesByKey
  readonly error: unknown
  /** Which rows are in sight. */
  readonly look: (first: number, last: number) => void
}

/** So many rows come at once. */
const CHUNK = 100

/** The rows in sight of a register, loaded by chunks as the person scrolls. */
export function useWindow(register: string, filters: Filters): Shown {
  const [range, setRange] = useState<readonly [first: number, last: number]>([0, 0])
  const chunks = chunksOf(range)
  const answers = useQueries({
    queries: chunks.map((chunk) => ({
      queryKey: ['records', register, filters, chunk],
      queryFn: () => client.record.window({ register, ...askedOf(filters), offset: chunk * CHUNK, limit: CHUNK }),
      placeholderData: chunk === 0 ? keepPreviousData : undefined,
    })),
  })
  const at = new Map(chunks.map((chunk, index) => [chunk, answers[index]?.data]))
  return {
    total: answers.find(({ data }) => data !== undefined)?.data?.total,
    rowAt: (index) => at.get(Math.floor(index / CHUNK))?.rows[index % CHUNK],
    names: Object.assign({}, ...answers.map(({ data }) => data?.names ?? {})),
    error: answers.find(({ error }) => error !== null)?.error ?? null,
    look(first, last) {
      const [knownFirst, knownLast] = [Math.floor(range[0] / CHUNK), Math.floor(range[1] / CHUNK)]
      if (Math.floor(first / CHUNK) !== knownFirst || Math.floor(last / CHUNK) !== knownLast) setRange([first, last])
    },
  }
}

function chunksOf([first, last]: readonly [number, number]): readonly number[] {
  const from = Math.floor(first / CHUNK)
  return Array.from({ length: Math.floor(last / CHUNK) - from + 1 }, (_, index) => from + index)
}
