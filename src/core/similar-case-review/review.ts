import * as z from 'zod'
import type { Day } from '#core/day/day.ts'
import { Instant } from '#core/day/day.ts'

/** 举一反三: units are asked; the office has what it wants (`ended`); it was asked for nothing (`withdrawn`). */
export const SimilarCaseState = z.enum(['open', 'ended', 'withdrawn'])
export type SimilarCaseState = z.infer<typeof SimilarCaseState>

/**
 * How far one unit is: asked; it found the same fault with itself, or did not; sent back because the proof does not show it; what it found stands in the ledger
 * (`followed`).
 */
export const SimilarCaseAnswerState = z.enum(['asked', 'found', 'not-found', 'returned', 'followed'])
export type SimilarCaseAnswerState = z.infer<typeof SimilarCaseAnswerState>

/** What can be done with the answer of a unit. The first two are the unit's, the others of whoever asked. */
export const SimilarCaseAct = z.enum(['found', 'not-found', 'return', 'follow'])
export type SimilarCaseAct = z.infer<typeof SimilarCaseAct>

/** The state after each act, where it may be done. Who has found nothing may find something later. */
export const similarCaseTransitions: Readonly<Record<SimilarCaseAnswerState, Partial<Record<SimilarCaseAct, SimilarCaseAnswerState>>>> = {
  asked: { found: 'found', 'not-found': 'not-found' },
  returned: { found: 'found', 'not-found': 'not-found' },
  found: { return: 'returned', follow: 'followed' },
  'not-found': { found: 'found', return: 'returned' },
  followed: {},
}

/** What was done, by whom, with the files that prove it. */
export const SimilarCaseStep = z
  .object({
    kind: SimilarCaseAct,
    by: z.string(),
    at: Instant,
    note: z.string(),
    proofs: z.array(z.object({ evidence: z.uuid(), name: z.string() }).readonly()).readonly(),
  })
  .readonly()
export type SimilarCaseStep = z.infer<typeof SimilarCaseStep>

/** Whether the unit owes an answer. */
export function owesAnswer(review: SimilarCaseState, answer: SimilarCaseAnswerState): boolean {
  return review === 'open' && (answer === 'asked' || answer === 'returned')
}

/** Whether it owes one past the day. */
export function isAnswerOverdue(review: SimilarCaseState, answer: SimilarCaseAnswerState, dueOn: Day, asOf: Day): boolean {
  return owesAnswer(review, answer) && dueOn < asOf
}
