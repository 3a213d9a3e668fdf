import { type Selectable, sql } from 'kysely'
import type { Instant } from '#core/day/day.ts'
import type { Tx } from '#server/db/connect.ts'
import type { Question } from '#server/db/types.gen.ts'

/** Plans that had been taken in by an instant. */
export function plansKnown(tx: Tx, jurisdictionId: string, knownAt: Instant) {
  return tx
    .selectFrom('plan as rowKept')
    .selectAll()
    .where('rowKept.jurisdictionId', '=', jurisdictionId)
    .where('rowKept.importedAt', '<=', knownAt)
}

/** 疑问, those that were answered later without their answer. */
export function questionsKnown(tx: Tx, jurisdictionId: string, knownAt: Instant) {
  const asked = tx.selectFrom('question as rowKept').where('rowKept.jurisdictionId', '=', jurisdictionId)
  const open = sql<Selectable<Question>>`jsonb_populate_record(row_kept, '{"answer": null, "answered_by": null, "answered_at": null}')`
  return asked
    .selectAll('rowKept')
    .where((eb) => eb.or([eb('rowKept.answeredAt', 'is', null), eb('rowKept.answeredAt', '<=', knownAt)]))
    .unionAll(
      asked
        .innerJoinLateral(open.as('was'), (join) => join.onTrue())
        .selectAll('was')
        .where('rowKept.answeredAt', '>', knownAt),
    )
}

/** 人工计入 that had been said by an instant. */
export function rulingsKnown(tx: Tx, jurisdictionId: string, knownAt: Instant) {
  return tx
    .selectFrom('ruling as rowKept')
    .selectAll()
    .where('rowKept.jurisdictionId', '=', jurisdictionId)
    .where('rowKept.ruledAt', '<=', knownAt)
}

/** What the journal held by an instant. */
export function journalKnown(tx: Tx, jurisdictionId: string, knownAt: Instant) {
  return tx
    .selectFrom('journalEntry as rowKept')
    .selectAll()
    .where('rowKept.jurisdictionId', '=', jurisdictionId)
    .where('rowKept.at', '<=', knownAt)
}
