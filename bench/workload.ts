/** One measured figure. `bound`: the most it may be; null where it is only shown. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly bound: number | null
}

/** A workload measures one thing that users wait for. Each is one file in `workloads/`, entered in `main.ts`. */
export type Workload = () => Promise<readonly Figure[]> | readonly Figure[]

/** Median of the milliseconds that each of `times` runs takes. */
export function medianOf(times: number, run: () => void): number {
  const taken: number[] = []
  for (let turn = 0; turn < times; turn++) {
    const start = performance.now()
    run()
    taken.push(performance.now() - start)
  }
  return median(taken)
}

/** The middle one of some numbers; of an even count the mean of the two. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}
