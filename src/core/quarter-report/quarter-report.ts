import * as z from 'zod'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { Day, Instant } from '#core/day/day.ts'
import { Light } from '#core/light/light.ts'
import { Quarter } from '#core/period-lock/period-lock.ts'
import { PlanId } from '#core/plan/plan.ts'

/**
 * What a commitment comes to in a report, one of these only:
 * - `closed` 已完成: struck off with proof.
 * - `staged` 阶段性完成: what is owed up to the day is done, or the stage was struck off; it goes on, or is not struck off yet.
 * - `terminated` 终止: ended without being done, with its basis.
 * - `undefined` 待定口径: nobody has said yet how it is counted.
 * - `open` 未完成: everything else.
 */
export const reportPlaces = ['closed', 'staged', 'open', 'undefined', 'terminated'] as const
export const ReportPlace = z.enum(reportPlaces)
export type ReportPlace = z.infer<typeof ReportPlace>

/** A commitment as a report sees it, as of the quarter's last day. */
export interface ReportRow {
  readonly commitment: CommitmentId
  readonly plan: PlanId
  readonly planTitle: string
  readonly aspect: string
  readonly finding: string
  readonly ref: string
  readonly sentence: string
  readonly units: string
  readonly light: Light | null
  readonly arrears: number
  readonly headway: string
  readonly closing: 'closed' | 'terminated' | 'stage' | null
  /** It was struck off, whole or a stage of it, within the quarter. */
  readonly isClosedNow: boolean
}

/** A commitment that is late, with what is missing in words. `arrears`: of earlier periods only. */
export const LateItem = z
  .object({
    commitment: CommitmentId,
    ref: z.string(),
    sentence: z.string(),
    units: z.string(),
    headway: z.string(),
    isOfEarlier: z.boolean(),
  })
  .readonly()
export type LateItem = z.infer<typeof LateItem>

/** Figures of one aspect, or of all: `total` 应整改 is the sum of the five places; `overdue` is a part of `open`. */
export const ReportFigures = z
  .object({
    plan: PlanId.nullable(),
    planTitle: z.string(),
    aspect: z.string(),
    findings: z.number().int(),
    total: z.number().int(),
    closed: z.number().int(),
    staged: z.number().int(),
    open: z.number().int(),
    undefined: z.number().int(),
    terminated: z.number().int(),
    overdue: z.number().int(),
    closedNow: z.array(z.string()).readonly(),
    late: z.array(LateItem).readonly(),
  })
  .readonly()
export type ReportFigures = z.infer<typeof ReportFigures>

/** What the office itself writes in a report: to whom it goes, and a paragraph or more for three of its parts. */
export const ReportWords = z
  .strictObject({
    to: z.string().trim().max(100),
    arrangement: z.string().trim().max(5000),
    difficulties: z.string().trim().max(5000),
    next: z.string().trim().max(5000),
  })
  .readonly()
export type ReportWords = z.infer<typeof ReportWords>

/** 季度报告: issued for a quarter, with the figures as they were known at `knownAt`. `code`: the first characters of the digest of its figures, printed in it. */
export const QuarterReport = z
  .object({
    id: z.uuid(),
    quarter: Quarter,
    asOf: Day,
    knownAt: Instant,
    issuedAt: Instant,
    issuedBy: z.string(),
    code: z.string(),
    /** The lock it was issued with was taken back since. */
    isTakenBack: z.boolean(),
  })
  .readonly()
export type QuarterReport = z.infer<typeof QuarterReport>

/** A figure of the quarter before that came out otherwise since it was reported. */
const Correction = z.object({ commitment: CommitmentId, ref: z.string(), reported: z.string(), now: z.string() }).readonly()

/** A difficulty that nobody has answered yet. */
const OpenDifficulty = z
  .object({ commitment: CommitmentId, ref: z.string(), units: z.string(), words: z.string(), wants: z.string() })
  .readonly()

/** A commitment that is due in the quarter after. */
const NextItem = z.object({ commitment: CommitmentId, ref: z.string(), sentence: z.string(), units: z.string(), dueOn: Day }).readonly()

/** 报告内容: everything a quarter's report says, as it was known at `knownAt`. `units`: which of them had confirmed their sub-ledgers. */
export const ReportContent = z
  .object({
    form: z.literal('xiaohao-quarter-report/1'),
    quarter: Quarter,
    from: Day,
    asOf: Day,
    knownAt: Instant,
    by: z.string(),
    plans: z.array(z.string()).readonly(),
    all: ReportFigures,
    aspects: z.array(ReportFigures).readonly(),
    units: z.object({ total: z.number().int(), unconfirmed: z.array(z.string()).readonly() }).readonly(),
    difficulties: z.array(OpenDifficulty).readonly(),
    corrections: z.array(Correction).readonly(),
    next: z.array(NextItem).readonly(),
    words: ReportWords,
  })
  .readonly()
export type ReportContent = z.infer<typeof ReportContent>
