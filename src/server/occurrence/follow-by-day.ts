import type { Credit } from '#core/occurrence/credit.ts'
import { evaluateKey } from '#core/occurrence/evaluate.ts'
import type { DaySpan } from '#core/occurrence/candidates.ts'
import type { Occurrence, OccurrenceKey } from '#core/occurrence/occurrence.ts'
import { add, compare, rationalOf, subtract, toDecimal } from '#core/quantity/rational.ts'
import type { RecordId, WorkRecord } from '#core/record/record.ts'
import type { Terms } from '#core/terms/terms.ts'
import { compareCredits, nameOf, numbered } from '#server/occurrence/credits.ts'
import { type Consequence, NO_CONSEQUENCE, viewsOf, type Work } from '#server/occurrence/follow-work.ts'
import type { Kept, KeptOccurrence } from '#server/occurrence/kept.ts'
import { isDayCertain, restOf, totalOf } from '#server/occurrence/rest.ts'

/** The days that a write touches: those of the record as it was and as it is, and what lies between them. */
export function daysOf({ before, after }: Work['written']): DaySpan {
  const days = [after, ...(before === null ? [] : [before])].flatMap(({ occurredOn: { from, to } }) => [from, to]).toSorted()
  return { from: days[0] ?? after.occurredOn.from, to: days.at(-1) ?? after.occurredOn.to }
}

/**
 * What a write comes to for a commitment whose days stand each for itself (`addsByDay`): from the records that lie on the days it touches (`neighbours`), and from what
 * the kept occurrence says of all other days. Null where the day on which it was met may be another: then all records must be seen.
 */
export function followByDay(
  work: Work,
  terms: Terms,
  { keys, neighbours }: { readonly keys: readonly OccurrenceKey[]; readonly neighbours: readonly WorkRecord[] },
  kept: Kept,
): Consequence | null {
  const { commitment } = terms
  if (keys.length === 0) return { commitment, ...NO_CONSEQUENCE }
  const views = viewsOf(work, work.facts, neighbours)
  const days = daysOf(work.written)
  const found = keys.map((key) => {
    const old = kept.get(commitment)?.get(nameOf(commitment, key))
    const before = evaluateKey(terms, key, views.before, work.asOf, { days })
    if (old === undefined || before === null) return null
    const others = restOf(old, before.explanation)
    if (others === null) return null
    const after = evaluateKey(terms, key, views.after, work.asOf, { ...others, days })
    if (after === null || !isDayCertain(old, after, isSameFill(before, after, days) ? [] : [days.from])) return null
    const own = new Set([...before.explanation, ...after.explanation].map(({ record }) => record))
    const credits = old.credits.filter(({ record }) => own.has(record))
    const explanation = after.explanation.map((credit) => withOtherDays(credit, { before, credits, written: work.written.after.id }))
    // nobody fills less than nothing: what is kept was not worked out from these records, so all are seen
    if (explanation.some(({ quantity }) => rationalOf(quantity).n < 0n)) return null
    const occurrence = { ...after, explanation }
    const { subject, period } = occurrence
    return {
      occurrence: { occurrence, isBegun: Object.keys(others).length > 0 || after.explanation.some(({ counts }) => counts) },
      ...compareCredits(numbered({ commitment, subject, period, explanation: credits }), numbered(occurrence)),
    }
  })
  const certain = found.filter((each) => each !== null)
  if (certain.length < found.length) return null
  return {
    commitment,
    occurrences: certain.map(({ occurrence }) => occurrence),
    gone: [],
    put: certain.flatMap(({ fresh }) => fresh),
    dropped: certain.flatMap(({ gone }) => gone),
    grown: [],
    isTouched: true,
  }
}

/** Whether the same of a single day is filled as before. */
function isSameFill(before: Occurrence, { explanation }: Occurrence, { from, to }: DaySpan): boolean {
  return from === to && compare(totalOf(before.explanation, 'whole'), totalOf(explanation, 'whole')) === 0
}

interface Ground {
  readonly before: Occurrence
  readonly credits: KeptOccurrence['credits']
  readonly written: RecordId
}

/** What a record fills on the days looked at, with what it fills on others, where it lies on others: then it counts as it did, and all that may be other is how much. */
function withOtherDays(credit: Credit, { before, credits, written }: Ground): Credit {
  const { record, quantity } = credit
  const old = credits.find((each) => each.record === record)
  if (record === written || old === undefined) return credit
  const [filled, kept] = [rationalOf(quantity), rationalOf(old.quantity)]
  const then = totalOf(
    before.explanation.filter((each) => each.record === record),
    'whole',
  )
  const now = add(kept, subtract(filled, then))
  if (compare(now, kept) === 0 || !old.counts) return old
  const reason: Credit['reason'] = now.n === 0n ? { code: 'days-counted-already', params: {} } : kept.n === 0n ? credit.reason : old.reason
  return { ...old, quantity: toDecimal(now, 6, 'half-up'), reason }
}
