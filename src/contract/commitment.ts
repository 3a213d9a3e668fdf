import { oc } from '@orpc/contract'
import * as z from 'zod'
import { FORBIDDEN, NOT_FOUND, REFUSED } from '#contract/errors.ts'
import { PlanQuestion } from '#contract/plan.ts'
import { CountingView, Names } from '#contract/record.ts'
import { Commitment, CommitmentId } from '#core/commitment/commitment.ts'
import { Day, Instant } from '#core/day/day.ts'
import { Light } from '#core/light/light.ts'
import { LightReason } from '#core/light/light-reason.ts'
import { momentShape } from '#core/moment/moment.ts'
import { Occurrence } from '#core/occurrence/occurrence.ts'
import { Quarter } from '#core/period-lock/period-lock.ts'
import { PlanId } from '#core/plan/plan.ts'
import { Occurred, RecordId, recordStates } from '#core/record/record.ts'
import { RegisterId } from '#core/register/field.ts'
import { Register } from '#core/register/register.ts'
import { Party } from '#core/roster/party.ts'
import { Definition } from '#core/terms/definition.ts'
import { Terms } from '#core/terms/terms.ts'
import { Span } from '#core/text/span.ts'

/** The paragraphs of the document around a commitment; spans refer to `text`. */
const Excerpt = z.object({ text: z.string(), paragraphs: z.array(Span).readonly(), span: Span, sentence: Span }).readonly()

/** A record that an explanation names, as far as the caller may see it. `words`: the first of its words; `isLate` (补录): it was first entered late. */
const CountedRecord = z
  .object({
    id: RecordId,
    revision: z.number().int(),
    register: RegisterId,
    occurredOn: Occurred,
    org: z.string(),
    subjects: z.array(Party).readonly(),
    state: z.enum(recordStates),
    words: z.string(),
    enteredAt: Instant,
    enteredBy: z.string(),
    firstEnteredOn: Day,
    isLate: z.boolean(),
  })
  .readonly()

/** What was done to a commitment. `define`: its counting; `rule`: a record by hand; `change`: its reading (which parts) or state, `verb` says which. */
const HistoryEntry = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('define'), at: Instant, by: z.string(), before: Definition.nullable(), after: Definition }).readonly(),
  z.object({ kind: z.literal('rule'), at: Instant, by: z.string(), record: RecordId, counts: z.boolean(), reason: z.string() }).readonly(),
  z
    .object({
      kind: z.literal('change'),
      at: Instant,
      by: z.string(),
      verb: z.enum(['add', 'edit', 'split', 'merge', 'discard', 'restore', 'confirm', 'carry-over', 'revise']),
      parts: z.array(z.string()).readonly(),
      note: z.string(),
    })
    .readonly(),
])

/** 锁定后更正: a figure of a quarter that was reported, as it was then and as it is known now. Null: there was, or is, none. */
const Corrected = z
  .object({
    quarter: Quarter,
    lockedAt: Instant,
    subject: z.string(),
    from: Day,
    to: Day.nullable(),
    reported: z.string().nullable(),
    now: z.string().nullable(),
  })
  .readonly()

/**
 * Everything the page of a commitment shows. `seesAll`: whether every subject is among the items. `related`: commitments it is part of (`within`), that are
 * part of it (`part`), or that its records must not count for as well (`apart`). `corrected`: what changed since quarters were locked; none for past days.
 */
export const CommitmentPage = z
  .object({
    asOf: Day,
    today: Day,
    knownAt: Instant.nullable(),
    plan: z.object({ id: PlanId, title: z.string() }).readonly(),
    commitment: Commitment,
    aspect: z.string(),
    finding: z.string(),
    measure: z.string(),
    excerpt: Excerpt.nullable(),
    counting: CountingView,
    definedBy: z.string().nullable(),
    definedAt: Instant.nullable(),
    terms: Terms.nullable(),
    items: z.array(z.object({ occurrence: Occurrence, light: Light, because: LightReason }).readonly()).readonly(),
    seesAll: z.boolean(),
    records: z.array(CountedRecord).readonly(),
    registers: z.array(Register).readonly(),
    related: z
      .array(z.object({ id: CommitmentId, ref: z.string(), text: z.string(), relation: z.enum(['within', 'part', 'apart']) }).readonly())
      .readonly(),
    questions: z.array(PlanQuestion).readonly(),
    history: z.array(HistoryEntry).readonly(),
    corrected: z.array(Corrected).readonly(),
    names: Names,
  })
  .readonly()

// REFUSED: `asOf` lies before any record may, or too far ahead.
export const commitmentReading = {
  get: oc
    .route({ method: 'GET', path: '/commitments/{id}', summary: '整改任务', tags: ['commitment'] })
    .errors({ NOT_FOUND, FORBIDDEN, REFUSED })
    .input(z.strictObject({ id: CommitmentId, ...momentShape }))
    .output(CommitmentPage),
}
