import type * as z from 'zod'
import type { EvidenceTaken as EvidenceTakenSchema } from '#contract/evidence.ts'
import { sendFile, type Sending } from '#web/_lib/send-file.ts'

export type EvidenceTaken = z.infer<typeof EvidenceTakenSchema>

/** Sends a file of evidence, with the share sent. */
export function sendEvidence(file: File, onSent: (share: number) => void): Sending<EvidenceTaken> {
  return sendFile('/evidence', file, isTaken, onSent)
}

function isTaken(answer: unknown): answer is EvidenceTaken {
  return typeof answer === 'object' && answer !== null && 'evidence' in answer && 'isKnown' in answer
}
