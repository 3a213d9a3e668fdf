import * as z from 'zod'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { CountedSource, Source } from '#core/counting/condition.ts'
import { Instant } from '#core/day/day.ts'
import { FieldId } from '#core/register/field.ts'
import { RecordId } from '#core/record/record.ts'

/**
 * 计数规则: which records count.
 * - `sources`: 调研报告或理论文章 is `any` of two; 现场教学和主题党日 is `all` of two: what is reached in each of them, so the least.
 * - `needs`: submitted (the default: it shows 未复核) or accepted.
 * - `completion`: the field with the day it was completed. `done`: counts on that day, begun and completed in the period (确定并办结); `open`: counts while it
 *   is not completed (清零).
 * - `since`: records of the period, or all there `ever` were up to its end (a stock: 积案).
 * - `within`: only what counts for that commitment too (其中). `notWith`: not what already counts for one of these.
 * - `before`: only what lies before an event of the period (会前), by day; while no event is recorded, everything does.
 */
export const Counting = z
  .strictObject({
    sources: z.array(CountedSource).min(1).max(20).readonly(),
    mode: z.enum(['any', 'all']),
    needs: z.enum(['submitted', 'accepted']),
    completion: z.strictObject({ field: FieldId, counts: z.enum(['done', 'open']) }).nullable(),
    since: z.enum(['period', 'ever']),
    within: CommitmentId.nullable(),
    notWith: z.array(CommitmentId).max(20).readonly(),
    before: Source.nullable(),
  })
  .readonly()
export type Counting = z.infer<typeof Counting>

/** 人工计入 or 不计入: what a person says of one record and one commitment, over the rule; of several the last stands. */
export const Ruling = z
  .object({
    commitment: CommitmentId,
    record: RecordId,
    counts: z.boolean(),
    reason: z.string().min(1).max(500),
    by: z.string(),
    at: Instant,
  })
  .readonly()
export type Ruling = z.infer<typeof Ruling>
