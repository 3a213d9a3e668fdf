import * as z from 'zod'
import type { Outcome } from '#core/outcome/outcome.ts'
import { accept, refuse } from '#core/outcome/outcome.ts'

/** 导入: how far an uploaded file has come on its way to a plan. The last three are ends. */
const importStates = ['queued', 'reading', 'compiling', 'saving', 'done', 'failed', 'cancelled'] as const
export const ImportState = z.enum(importStates)
export type ImportState = z.infer<typeof ImportState>

/** States in which work is left to do. */
export const unfinishedStates = ['queued', 'reading', 'compiling', 'saving'] as const satisfies readonly ImportState[]

/** 取消导入. Refused (`finished`) once it has come to an end. */
export function cancelImport(state: ImportState): Outcome<'cancelled', 'finished'> {
  return unfinishedStates.some((unfinished) => unfinished === state) ? accept('cancelled') : refuse('finished', { state })
}
