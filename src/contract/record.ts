import { oc } from '@orpc/contract'
import * as z from 'zod'
import { CONFLICT, FORBIDDEN, INVALID, NOT_FOUND, REFUSED } from '#contract/errors.ts'
import { evidenceIds } from '#contract/evidence.ts'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { Day } from '#core/day/day.ts'
import { Credit } from '#core/occurrence/credit.ts'
import { momentShape } from '#core/moment/moment.ts'
import { Occurrence } from '#core/occurrence/occurrence.ts'
import { Occurred, RecordId, recordStates, WorkRecord } from '#core/record/record.ts'
import { FieldId, RegisterId } from '#core/register/field.ts'
import { Definition, OpenCode } from '#core/terms/definition.ts'

const { state, required, actual, owed, latestSafeDay } = Occurrence.unwrap().shape

/**
 * What a record is to one commitment that counts its register. `occurrence`, `credit`: the occurrence it falls in and what it adds there, or why nothing;
 * null: it falls in none (another subject, another time).
 */
export const Credited = z
  .object({
    commitment: CommitmentId,
    ref: z.string(),
    sentence: z.string(),
    /** The unit of what is required, done and owed. */
    unit: z.string(),
    counts: z.boolean(),
    occurrence: z
      .object({ subject: z.string(), period: z.string(), from: Day, to: Day.nullable(), state, required, actual, owed, latestSafeDay })
      .readonly()
      .nullable(),
    credit: Credit.nullable(),
    /** Where it falls in no occurrence: whether another subject or another time is meant. Null where nobody looked. */
    outside: z.enum(['subject', 'time']).nullable(),
  })
  .readonly()

/** 名称: what keys mean, `person:<id>`, `org:<id>`, `commitment:<id>` … */
export const Names = z.record(z.string(), z.string())

/** A revision as it was written, and for which commitments it counts, those first. */
export const RecordWritten = z.object({ record: WorkRecord, credited: z.array(Credited).readonly() }).readonly()

/** A revision with who entered it. */
export const StoredRecord = WorkRecord.unwrap().extend({ enteredBy: z.string() }).readonly()

/** A record in a list. `firstEnteredOn`: the day of its first revision; `isLate` (补录): that was later after the fact than the jurisdiction allows, or after the last day of its filing. */
export const RecordRow = StoredRecord.unwrap().extend({ firstEnteredOn: Day, isLate: z.boolean() }).readonly()

/** How a commitment was defined. `open`: what must still be answered before it computes; it computes when that is empty and it is confirmed. */
export const CountingView = z
  .object({
    commitment: CommitmentId,
    /** 0 where nobody has defined it. */
    version: z.number().int(),
    definition: Definition.nullable(),
    open: z.array(OpenCode).readonly(),
    isComputable: z.boolean(),
  })
  .readonly()

const errors = { NOT_FOUND, FORBIDDEN, CONFLICT, REFUSED, INVALID }

const { subjects, values } = WorkRecord.unwrap().shape
const entry = { org: z.uuid(), occurredOn: Occurred, subjects, values, state: z.enum(['draft', 'submitted']) }
const seen = { id: RecordId, revision: z.number().int() }
const note = z.string().trim().max(500)

/** Which records of a register are seen, as of a moment, and in which order. */
export const recordFilters = {
  ...momentShape,
  /** Only what lies at least in part from – to. */
  from: Day.nullable().default(null),
  to: Day.nullable().default(null),
  org: z.uuid().nullable().default(null),
  states: z.array(z.enum(recordStates)).max(recordStates.length).default([]),
  /** Only what was entered late, or only what was not. */
  isLate: z.boolean().nullable().default(null),
  /** Words of its text and choices, or the name of somebody or an org in it. */
  text: z.string().trim().max(100).default(''),
  /** For choice fields: one of these. */
  choices: z.partialRecord(FieldId, z.array(z.string().max(60)).min(1).max(200)).default({}),
  sort: z
    .strictObject({ by: z.union([z.enum(['occurredOn', 'enteredAt', 'org', 'state']), FieldId]), isDown: z.boolean() })
    .nullable()
    .default(null),
}

export const record = {
  /** `id`: given by the caller so that sending again after a lost connection enters nothing twice: what was entered under it answers. */
  enter: oc
    .route({ method: 'POST', path: '/registers/{register}/records', summary: '登记', tags: ['record'] })
    .errors(errors)
    .input(z.strictObject({ register: RegisterId, id: RecordId.optional(), ...entry, evidence: evidenceIds }))
    .output(RecordWritten),
  /** Records of a register, the latest day first, `offset` to `offset + limit` of those that are seen. */
  window: oc
    .route({ method: 'POST', path: '/registers/{register}/records/window', summary: '登记簿(按窗口)', tags: ['record'] })
    .errors({ FORBIDDEN })
    .input(
      z.strictObject({
        register: RegisterId,
        ...recordFilters,
        offset: z.number().int().min(0).max(10_000_000),
        limit: z.number().int().min(1).max(1000),
      }),
    )
    .output(z.object({ total: z.number().int(), rows: z.array(RecordRow).readonly(), names: Names })),
  /** Every revision of a record, the first first; those that were known at a moment. */
  history: oc
    .route({ method: 'GET', path: '/records/{id}', summary: '记录及其修订', tags: ['record'] })
    .errors({ NOT_FOUND, FORBIDDEN })
    .input(z.strictObject({ id: RecordId, knownAt: momentShape.knownAt }))
    .output(z.object({ revisions: z.array(StoredRecord).readonly(), isLate: z.boolean(), names: Names })),
  /** The next revision. What was submitted stays so and needs a note; a draft is submitted by it. */
  correct: oc
    .route({ method: 'POST', path: '/records/{id}/correct', summary: '更正', tags: ['record'] })
    .errors(errors)
    .input(z.strictObject({ ...seen, entry: z.strictObject(entry), note: note.default(''), evidence: evidenceIds }))
    .output(RecordWritten),
  /** `reason`: at least ten characters. */
  void: oc
    .route({ method: 'POST', path: '/records/{id}/void', summary: '作废', tags: ['record'] })
    .errors(errors)
    .input(z.strictObject({ ...seen, reason: note }))
    .output(RecordWritten),
  review: oc
    .route({ method: 'POST', path: '/records/{id}/review', summary: '复核或退回', tags: ['record'] })
    .errors(errors)
    .input(z.strictObject({ ...seen, state: z.enum(['accepted', 'returned']), note: note.default('') }))
    .output(RecordWritten),
}

export const counting = {
  get: oc
    .route({ method: 'GET', path: '/commitments/{id}/counting', summary: '计数口径', tags: ['counting'] })
    .errors({ NOT_FOUND, FORBIDDEN })
    .input(z.strictObject({ id: CommitmentId }))
    .output(CountingView),
  define: oc
    .route({ method: 'PUT', path: '/commitments/{id}/counting', summary: '确定计数口径', tags: ['counting'] })
    .errors(errors)
    .input(z.strictObject({ id: CommitmentId, version: z.number().int(), definition: Definition }))
    .output(CountingView),
  /** Over the rule: one record counts, or does not, because a person says so. */
  rule: oc
    .route({ method: 'POST', path: '/commitments/{id}/rulings', summary: '人工计入或不计入', tags: ['counting'] })
    .errors(errors)
    .input(z.strictObject({ id: CommitmentId, record: RecordId, counts: z.boolean(), reason: note.min(1) }))
    .output(z.object({ credited: z.array(Credited).readonly() })),
}
