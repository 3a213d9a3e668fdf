import * as z from 'zod'
import { Span } from '#core/text/span.ts'

/**
 * What a person must say because the document does not. The first four belong to the plan as a whole (its frame), the rest to commitments.
 * - `in-force`: in force from – to. Answer `{ from, to }`.
 * - `year-meaning`: 每年 = `calendar` year or year of the `plan`.
 * - `first-period`: the first, partial period is owed `full`, `pro-rata` or `none`.
 * - `immediate-limit`: limit of 立行立改, in days from issue.
 * - `each-or-whole`: each member by itself (`per-member`), or the body as a whole (`org`).
 * - `pairs-or-total`: with each counterpart (`pairs`) or in total (`leader`).
 * - `one-or-both`: A和B in one event (`one`) or one of each (`both`).
 * - `population`: over whom or what is coverage or a ratio counted.
 * - `base-period`: against which period or value is a change measured.
 * - `tolerance`: how far from 左右 is still met.
 * - `definition`: a vague target: what exactly, how many, by when.
 * - `due-on`: a promise without a time limit.
 * - `year-of-date`: a date whose year is not written.
 * - `tracked-change`: a tracked change touches this commitment: which wording holds (`accepted` | `original`).
 */
export const questionCodes = [
  'in-force',
  'year-meaning',
  'first-period',
  'immediate-limit',
  'each-or-whole',
  'pairs-or-total',
  'one-or-both',
  'population',
  'base-period',
  'tolerance',
  'definition',
  'due-on',
  'year-of-date',
  'tracked-change',
] as const
export const QuestionCode = z.enum(questionCodes)
export type QuestionCode = z.infer<typeof QuestionCode>

/** A suggested answer: `value` is what is stored; `params` fill its label in the catalog (`questions.<code>.<value>` or the value itself). */
const Suggestion = z.object({ value: z.string(), params: z.record(z.string(), z.string()).readonly() }).readonly()

/** A question with suggested answers, the best first. `commitments` holds the ids it is about; empty: the whole plan. */
export const Question = z
  .object({
    id: z.string(),
    code: QuestionCode,
    commitments: z.array(z.string()).readonly(),
    span: Span.nullable(),
    params: z.record(z.string(), z.string()).readonly(),
    suggestions: z.array(Suggestion).readonly(),
  })
  .readonly()
export type Question = z.infer<typeof Question>
