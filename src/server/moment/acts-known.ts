import { type Selectable, sql } from 'kysely'
import type { Instant } from '#core/day/day.ts'
import type { Tx } from '#server/db/connect.ts'
import type { Dispatch, EvidenceLink, Question } from '#server/db/types.gen.ts'

/** Plans that had been taken in by an instant. */
export function plansKnown(tx: Tx, jurisdictionId: string, knownAt: Instant) {
  return tx
    .selectFrom('plan as rowKept')
    .selectAll()
    .where('rowKept.jurisdictionId', '=', jurisdictionId)
    .where('rowKept.importedAt', '<=', knownAt)
}

/** 疑问 with the answer that stood at an instant: of those that were answered later the journal tells whether, and how, they had been answered before. */
export function questionsKnown(tx: Tx, jurisdictionId: string, knownAt: Instant) {
  const asked = tx.selectFrom('question as rowKept').where('rowKept.jurisdictionId', '=', jurisdictionId)
  const answered = tx
    .selectFrom('journalEntry as answerKept')
    .select([sql`answer_kept.after -> 'answer'`.as('answer'), 'answerKept.actorName as answeredBy', 'answerKept.at as answeredAt'])
    .where('answerKept.jurisdictionId', '=', jurisdictionId)
    .where('answerKept.subjectKind', '=', 'question')
    .where(sql<boolean>`answer_kept.subject_id = row_kept.id::text`)
    .where('answerKept.verb', '=', 'question.answer')
    .where('answerKept.result', '=', 'done')
    .where('answerKept.at', '<=', knownAt)
    .orderBy('answerKept.at', 'desc')
    .orderBy('answerKept.id', 'desc')
    .limit(1)
  const former = sql<
    Selectable<Question>
  >`jsonb_populate_record(row_kept, jsonb_build_object('answer', former.answer, 'answered_by', former.answered_by, 'answered_at', former.answered_at))`
  return asked
    .selectAll('rowKept')
    .where((eb) => eb.or([eb('rowKept.answeredAt', 'is', null), eb('rowKept.answeredAt', '<=', knownAt)]))
    .unionAll(
      asked
        .leftJoinLateral(answered.as('former'), (join) => join.onTrue())
        .innerJoinLateral(former.as('was'), (join) => join.onTrue())
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

/** 佐证 as it was linked at an instant. */
export function linksKnown(tx: Tx, jurisdictionId: string, knownAt: Instant) {
  const linked = tx
    .selectFrom('evidenceLink as rowKept')
    .where('rowKept.jurisdictionId', '=', jurisdictionId)
    .where('rowKept.linkedAt', '<=', knownAt)
  const standing = sql<
    Selectable<EvidenceLink>
  >`jsonb_populate_record(row_kept, '{"unlinked_at": null, "unlinked_by": null, "unlinked_by_name": null, "unlink_reason": null}')`
  return linked
    .selectAll('rowKept')
    .where((eb) => eb.or([eb('rowKept.unlinkedAt', 'is', null), eb('rowKept.unlinkedAt', '<=', knownAt)]))
    .unionAll(
      linked
        .innerJoinLateral(standing.as('was'), (join) => join.onTrue())
        .selectAll('was')
        .where('rowKept.unlinkedAt', '>', knownAt),
    )
}

/** 分办 as it stood at an instant: who had it is told by the steps until then. */
export function dispatchHeld(tx: Tx, jurisdictionId: string, held: Instant) {
  const all = tx.selectFrom('dispatch as rowKept').where('rowKept.jurisdictionId', '=', jurisdictionId)
  const steps = tx
    .selectFrom('dispatchStep as stepKept')
    .where('stepKept.jurisdictionId', '=', jurisdictionId)
    .where(sql<boolean>`step_kept.commitment_id = row_kept.commitment_id`)
    .where('stepKept.at', '<=', held)
    .orderBy('stepKept.ordinal', 'desc')
    .limit(1)
  const last = steps.select(['stepKept.ordinal', 'stepKept.kind', 'stepKept.note', 'stepKept.owner'])
  const handed = steps
    .select(['stepKept.ordinal', 'stepKept.orgId', 'stepKept.supporting'])
    .where('stepKept.kind', 'in', ['dispatch', 'reassign', 'withdraw'])
  const taken = steps.select(['stepKept.ordinal', 'stepKept.owner']).where('stepKept.kind', 'in', ['confirm', 'refine'])
  const former = sql<Selectable<Dispatch>>`jsonb_populate_record(row_kept, jsonb_build_object('version', last.ordinal, 'note', last.note,
    'state', case last.kind when 'withdraw' then 'waiting' when 'insist' then 'insisted' when 'refuse' then 'refused' when 'confirm' then 'confirmed'
      when 'refine' then 'confirmed' else 'dispatched' end,
    'org_id', handed.org_id, 'supporting', to_jsonb(handed.supporting), 'owner', case when taken.ordinal > handed.ordinal then taken.owner end))`
  return all
    .selectAll('rowKept')
    .where('rowKept.changedAt', '<=', held)
    .unionAll(
      all
        .innerJoinLateral(last.as('last'), (join) => join.onTrue())
        .innerJoinLateral(handed.as('handed'), (join) => join.onTrue())
        .leftJoinLateral(taken.as('taken'), (join) => join.onTrue())
        .innerJoinLateral(former.as('was'), (join) => join.onTrue())
        .selectAll('was')
        .where('rowKept.changedAt', '>', held),
    )
}
