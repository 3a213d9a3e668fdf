import { canonicalJson, Json } from '#core/journal/leaf.ts'
import type { ClosureFacts } from '#server/closure/facts.ts'
import type { StoredClosure } from '#server/closure/stored.ts'
import type { Tx } from '#server/db/connect.ts'
import { sm3 } from '#server/journal/sm3.ts'
import type { Context } from '#server/verb/context.ts'

/** 一项一档: freezes what stood when it was closed: the promise, its figures, every record that counted with its evidence, and who agreed to it. */
export async function freezeFile(
  tx: Tx,
  { actor, now }: Context,
  { id, stage, steps, standing }: StoredClosure,
  facts: ClosureFacts,
): Promise<void> {
  const { subject, occurrences, proofs, pinned } = facts
  const records = await loadRecords(
    tx,
    actor.jurisdictionId,
    proofs.map(({ record }) => record),
  )
  const content = Json.parse(
    JSON.parse(
      JSON.stringify({
        form: 'xiaohao-closure/1',
        commitment: {
          ref: subject.ref,
          plan: subject.plan,
          sentence: subject.sentence,
          units: subject.units,
          due: subject.due,
          criteria: subject.criteria.words,
        },
        stage,
        pinned,
        reopened: standing.reopened,
        occurrences: occurrences.map(({ subject: whose, period, state, required, actual, explanation }) => ({
          subject: whose,
          period: { key: period.key, from: period.from, to: period.to },
          state,
          required,
          actual,
          counted: explanation.filter(({ counts }) => counts).map(({ record, quantity }) => ({ record, quantity })),
        })),
        records: proofs.map(({ record, revision, register, files }) => ({ record, revision, register, ...records.get(record), files })),
        steps,
      }),
    ),
  )
  const text = canonicalJson(content)
  await tx
    .insertInto('closureFile')
    .values({
      jurisdictionId: actor.jurisdictionId,
      closureId: id ?? '',
      round: standing.reopened + 1,
      content: text,
      digest: sm3(text),
      frozenAt: now,
    })
    .execute()
}

async function loadRecords(tx: Tx, jurisdictionId: string, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, object>()
  const rows = await tx
    .selectFrom('recordRevision')
    .select(['id', 'fromDay', 'toDay', 'subjects', 'fieldValues', 'state', 'enteredAt', 'enteredByName'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('isStanding', '=', true)
    .where((eb) => eb('id', '=', eb.fn.any(eb.val([...ids]))))
    .execute()
  return new Map(
    rows.map(({ id, fromDay, toDay, subjects, fieldValues, state, enteredAt, enteredByName }) => [
      id,
      { from: fromDay, to: toDay, subjects, values: fieldValues, state, enteredAt, enteredBy: enteredByName },
    ]),
  )
}
