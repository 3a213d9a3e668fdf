import type * as z from 'zod'
import type { EvidenceView } from '#contract/evidence.ts'
import { mayHaveEvidence, unlinkEvidence } from '#core/evidence/decisions.ts'
import type { EvidenceId } from '#core/evidence/evidence.ts'
import type { Pack } from '#core/pack/pack.ts'
import type { RecordId, WorkRecord } from '#core/record/record.ts'
import type { Tx } from '#server/db/connect.ts'
import { demandEnter, demandRecordSeen, recordSight, type RecordSight } from '#server/access/records.ts'
import { findEvidence, loadEvidenceOf, loadOneEvidence } from '#server/evidence/load.ts'
import { recountEvidenceOf } from '#server/ledger/evidence-count.ts'
import { accepted } from '#server/plan/accepted.ts'
import { AppError } from '#server/platform/errors.ts'
import { loadRecord } from '#server/record/load.ts'
import { type Change, change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type View = z.infer<typeof EvidenceView>

/** 关联佐证材料: files become evidence of a record that stands; gives all of its files. */
export async function linkToRecord(
  context: Context & { readonly packs: readonly Pack[] },
  input: { readonly record: RecordId; readonly evidence: readonly EvidenceId[] },
): Promise<readonly View[]> {
  return change(context, async ({ tx, actor, allow, scope, record }) => {
    allow('evidence:add')
    const sight = await recordSight(tx, await scope(), context.packs)
    await demandRecordSeen(tx, sight, input.record)
    const found = await loadRecord(tx, actor.jurisdictionId, { id: input.record })
    demandEnter(sight, found)
    accepted(mayHaveEvidence(found))
    const linked = await linkEvidence(tx, context, { sight, record: found, evidence: input.evidence }, record)
    if (linked === 0) await record({ verb: 'evidence.link', subject: { kind: 'record', id: input.record }, after: { evidence: [] } })
    return loadEvidenceOf(tx, sight, input.record)
  })
}

/** Links files to a record in the transaction of its verb, where they are not linked yet; gives how many. INVALID names those that are not there or not seen. */
export async function linkEvidence(
  tx: Tx,
  { actor, now, newId }: Context,
  {
    sight,
    record: { id: subjectId },
    evidence,
  }: { readonly sight: RecordSight; readonly record: Pick<WorkRecord, 'id'>; readonly evidence: readonly EvidenceId[] },
  record: Change<Context>['record'],
): Promise<number> {
  const ids = [...new Set(evidence)]
  if (ids.length === 0) return 0
  const { jurisdictionId } = actor
  // nobody takes one back while it is being linked
  await tx.selectFrom('evidence').select('id').where('jurisdictionId', '=', jurisdictionId).where('id', 'in', ids).forKeyShare().execute()
  const seen = await findEvidence(tx, sight, ids)
  const unknown = ids.filter((id) => !seen.has(id))
  if (unknown.length > 0)
    throw new AppError('INVALID', { fields: unknown.map((id) => ({ path: ['evidence', id], code: 'unknown-evidence' })) })
  const values = ids.map((evidenceId) => ({
    jurisdictionId,
    id: newId(),
    evidenceId,
    subjectKind: 'record',
    subjectId,
    linkedBy: actor.accountId,
    linkedByName: actor.name,
    linkedAt: now,
  }))
  const rows = await tx
    .insertInto('evidenceLink')
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'evidenceId'])
    .execute()
  for (const row of rows)
    await record({
      verb: 'evidence.link',
      subject: { kind: 'evidence', id: row.evidenceId },
      after: { link: row.id, kind: 'record', id: subjectId },
    })
  if (rows.length > 0) await recountEvidenceOf(tx, jurisdictionId, subjectId)
  return rows.length
}

/** 解除关联: the link ends and stays to be seen, with the reason. */
export async function unlink(
  context: Context & { readonly packs: readonly Pack[] },
  input: { readonly link: string; readonly reason: string },
): Promise<View> {
  return change(context, async ({ tx, actor, allow, scope, record }) => {
    allow('evidence:add')
    const link = await tx
      .selectFrom('evidenceLink')
      .select(['id', 'evidenceId', 'subjectId', 'unlinkedAt'])
      .where('jurisdictionId', '=', actor.jurisdictionId)
      .where('id', '=', input.link)
      .forUpdate()
      .executeTakeFirst()
    if (!link) throw new AppError('NOT_FOUND')
    const sight = await recordSight(tx, await scope(), context.packs)
    await demandRecordSeen(tx, sight, link.subjectId)
    demandEnter(sight, await loadRecord(tx, actor.jurisdictionId, { id: link.subjectId }))
    const unlinkReason = accepted(unlinkEvidence({ isStanding: link.unlinkedAt === null }, input.reason))
    await tx
      .updateTable('evidenceLink')
      .set({ unlinkedBy: actor.accountId, unlinkedByName: actor.name, unlinkedAt: context.now, unlinkReason })
      .where('jurisdictionId', '=', actor.jurisdictionId)
      .where('id', '=', link.id)
      .execute()
    await recountEvidenceOf(tx, actor.jurisdictionId, link.subjectId)
    await record({
      verb: 'evidence.unlink',
      subject: { kind: 'evidence', id: link.evidenceId },
      before: { link: link.id, kind: 'record', id: link.subjectId },
      after: { reason: unlinkReason },
    })
    return loadOneEvidence(tx, sight, link.evidenceId)
  })
}
