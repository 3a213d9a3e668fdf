import type * as z from 'zod'
import type { ImportStarted as ImportStartedSchema } from '#contract/plan.ts'
import { sendFile, type Sending } from '#web/_lib/send-file.ts'

export type ImportStarted = z.infer<typeof ImportStartedSchema>

/** Sends a plan document, with the share sent. */
export function uploadPlan(file: File, onSent: (share: number) => void): Sending<ImportStarted> {
  return sendFile('/imports', file, isStarted, onSent)
}

function isStarted(answer: unknown): answer is ImportStarted {
  return typeof answer === 'object' && answer !== null && 'importId' in answer && 'sameAs' in answer
}
