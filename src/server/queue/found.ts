import type { QueueItem } from '#core/queue/queue.ts'

/** What was found of one kind: how much there is, and the first of it. */
export interface Found {
  readonly total: number
  readonly items: readonly QueueItem[]
}

/** So many of a kind are given. */
export const MOST = 100
