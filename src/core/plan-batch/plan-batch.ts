import * as z from 'zod'
import type { Outcome } from '#core/outcome/outcome.ts'
import { accept, refuse } from '#core/outcome/outcome.ts'
import type { ImportState } from '#core/plan/plan-import.ts'

/** 批量导入: whether files still come, from the sender or from an archive, and how it ended. */
const batchStates = ['receiving', 'unpacking', 'received', 'failed', 'cancelled'] as const
export const BatchState = z.enum(batchStates)
export type BatchState = z.infer<typeof BatchState>

/** What became of one file. `same`: the same bytes were imported before, so they were not again. */
export const fileResults = ['waiting', 'reading', 'done', 'same', 'failed', 'cancelled'] as const
export const FileResult = z.enum(fileResults)
export type FileResult = z.infer<typeof FileResult>

/** So many documents one batch takes. */
export const MOST_FILES = 1000

/** What became of a file: `state` of its import, where it has one. */
export function fileResult({ state, isSame }: { readonly state: ImportState | null; readonly isSame: boolean }): FileResult {
  if (isSame) return 'same'
  switch (state) {
    case null:
      return 'failed'
    case 'queued':
      return 'waiting'
    case 'reading':
    case 'compiling':
    case 'saving':
      return 'reading'
    case 'done':
    case 'failed':
    case 'cancelled':
      return state
  }
}

/** How many files came to what. */
export type BatchTally = Readonly<Record<FileResult, number>>

/** Counts results. */
export function tallyOf(results: readonly FileResult[]): BatchTally {
  const tally = { waiting: 0, reading: 0, done: 0, same: 0, failed: 0, cancelled: 0 }
  for (const result of results) tally[result] += 1
  return tally
}

/** Whether work is left: files to come, or to be read. */
export function isRunning(state: BatchState, { waiting, reading }: BatchTally): boolean {
  return state === 'receiving' || state === 'unpacking' || waiting + reading > 0
}

export type BatchRefusal = 'batch-over' | 'too-many-files'

/** Whether a batch takes one more file. */
export function takeOneMore(state: BatchState, taken: number): Outcome<null, BatchRefusal> {
  if (state !== 'receiving' && state !== 'unpacking') return refuse('batch-over')
  return taken >= MOST_FILES ? refuse('too-many-files', { most: String(MOST_FILES) }) : accept(null)
}
