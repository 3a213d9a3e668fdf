import * as z from 'zod'
import { Span } from '#core/text/span.ts'

/**
 * What a plan would better say before it is issued.
 * - `no-owner`: nobody is named who leads it. `no-deadline`: nothing says until when. `no-unit`: a number of what. `no-denominator`: a share of what.
 * - `vague`: nothing that could be counted or shown is promised; `words`: those that say so.
 * - `past-deadline`: it is due before the plan is in force (`day`). `order`: a step is due after the whole it is part of (`day`, `whole`).
 * - `duplicate`: the same is promised elsewhere (`ref`).
 * - `too-many-days`: promises of days a year add up to more than a year has work days (`days`, `most`, `who`).
 * - `clash`: the same act is promised with different numbers (`ref`, `value`, `other`).
 */
const lintCodes = [
  'no-owner',
  'no-deadline',
  'no-unit',
  'no-denominator',
  'vague',
  'past-deadline',
  'order',
  'duplicate',
  'too-many-days',
  'clash',
] as const

/** 体检意见: one thing about one commitment, at its place in the text. `commitment`: id in the draft. */
export const LintFinding = z
  .object({
    code: z.enum(lintCodes),
    commitment: z.string(),
    ref: z.string(),
    span: Span,
    params: z.record(z.string(), z.string()).readonly(),
  })
  .readonly()
export type LintFinding = z.infer<typeof LintFinding>
