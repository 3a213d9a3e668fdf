import * as z from 'zod'
import { CommitmentId, CommitmentState } from '#core/commitment/commitment.ts'
import { ClosureState } from '#core/closure/closure.ts'
import { Day, Instant } from '#core/day/day.ts'
import { DispatchState } from '#core/dispatch/dispatch.ts'
import { Nature } from '#core/draft/reading.ts'
import { ReadingTold } from '#core/draft/reading-told.ts'
import { LedgerCourse } from '#core/ledger/course.ts'
import { Standing } from '#core/ledger/standing.ts'
import { PlanId } from '#core/plan/plan.ts'

/** 台账条目: one row of the ledger. Names are joined by 、 in the text columns as they are shown and exported. */
export const LedgerEntry = z
  .object({
    id: CommitmentId,
    planId: PlanId,
    plan: z.string(),
    ref: z.string(),
    aspect: z.string(),
    finding: z.string(),
    measure: z.string(),
    /** The sentence of the plan. */
    sentence: z.string(),
    /** 量化指标 in Chinese with what it is of, as exported: 专题学习 每年 ≥ 12 次. */
    indicator: z.string(),
    reading: ReadingTold,
    nature: Nature.nullable(),
    leaders: z.string(),
    leadOrgs: z.string(),
    owners: z.string(),
    supportingOrgs: z.string(),
    dueOn: Day.nullable(),
    dueText: z.string(),
    state: CommitmentState,
    /** 是否销号: how the closure that changed last stands; null where nothing is under way or ended. Of a standing commitment it is of one period. */
    closure: ClosureState.exclude(['open']).nullable(),
    /** 分办; null where no unit has it. */
    dispatch: DispatchState.exclude(['waiting']).nullable(),
    /** 责任三级 in words, by posts; '' where nobody is named yet. */
    responsibility: z.string(),
    /** How it stands; null where it does not compute (待定口径). */
    standing: Standing.nullable(),
    /** How many different files are evidence of the records that count for it, in all periods. */
    evidence: z.number().int(),
    /** 锁定后更正: the quarters (2026-1) that were reported before a record of their days came in that counts here. */
    corrected: z.array(z.string()).readonly(),
    course: LedgerCourse,
    /** 口径 and decisions in short. */
    remark: z.string(),
  })
  .readonly()
export type LedgerEntry = z.infer<typeof LedgerEntry>

/** Columns of the ledger that can be shown, filtered, sorted and exported, in their default order. 序号 is made where rows are shown. */
export const ledgerColumns = [
  'ref',
  'plan',
  'aspect',
  'finding',
  'measure',
  'sentence',
  'indicator',
  'nature',
  'leaders',
  'leadOrgs',
  'owners',
  'supportingOrgs',
  'responsibility',
  'dispatch',
  'dueOn',
  'headway',
  'done',
  'evidence',
  'owed',
  'pace',
  'latestSafeDay',
  'arrears',
  'light',
  'closure',
  'state',
  'remark',
] as const
export const LedgerColumn = z.enum(ledgerColumns)
export type LedgerColumn = z.infer<typeof LedgerColumn>

/**
 * One condition on a column; all conditions must hold. `values` null stands for empty cells. A unit matches when it is one of the names of the cell.
 * `number`: of `done` and `pace` the share in %, else the number itself; both ends belong to it.
 */
export const LedgerFilter = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('oneOf'), column: LedgerColumn, values: z.array(z.string().max(500).nullable()).max(500) }),
  z.strictObject({ kind: z.literal('contains'), column: LedgerColumn, text: z.string().trim().min(1).max(200) }),
  z.strictObject({ kind: z.literal('between'), column: z.enum(['dueOn', 'latestSafeDay']), from: Day.nullable(), to: Day.nullable() }),
  z.strictObject({
    kind: z.literal('number'),
    column: z.enum(['done', 'owed', 'pace', 'arrears', 'evidence']),
    from: z.number().min(-1e9).max(1e9).nullable(),
    to: z.number().min(-1e9).max(1e9).nullable(),
  }),
  /** 分台账 of a unit: what it leads, supports, or is itself a subject of. */
  z.strictObject({ kind: z.literal('unit'), column: z.literal('leadOrgs'), name: z.string().trim().min(1).max(200) }),
])
export type LedgerFilter = z.infer<typeof LedgerFilter>

export const LedgerSort = z.strictObject({ column: LedgerColumn, descending: z.boolean() })
export type LedgerSort = z.infer<typeof LedgerSort>

/**
 * What is seen: which rows in which order. The ledger holds what is confirmed; a filter on `state` shows drafts and discarded ones instead or besides.
 * Empty `sort`: order of the plan. `groupBy` puts rows of one group together, named groups first.
 */
export const LedgerView = z.strictObject({
  plan: PlanId.nullable(),
  filters: z.array(LedgerFilter).max(20),
  sort: z.array(LedgerSort).max(5),
  groupBy: z.enum(['aspect', 'leadOrgs', 'leaders', 'light']).nullable(),
  // as momentShape says it; spelled out, so that schemas fall out of the bundles of the web
  asOf: Day.nullable().default(null),
  knownAt: Instant.nullable().default(null),
})
export type LedgerView = z.infer<typeof LedgerView>
