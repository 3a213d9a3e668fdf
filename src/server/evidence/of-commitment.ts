import type * as z from 'zod'
import type { CommitmentEvidence } from '#contract/evidence.ts'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { Day } from '#core/day/day.ts'
import { isNow, type Moment } from '#core/moment/moment.ts'
import type { Pack } from '#core/pack/pack.ts'
import { RecordId } from '#core/record/record.ts'
import { demandCommitmentSeen } from '#server/access/demand.ts'
import { type RecordSight, recordSight } from '#server/access/records.ts'
import type { Tx } from '#server/db/connect.ts'
import { findEvidence } from '#server/evidence/load.ts'
import { readMoment } from '#server/moment/read-moment.ts'
import { askOccurrences } from '#server/occurrence/asked.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Answer = z.infer<typeof CommitmentEvidence>

/** 任务的佐证: the files that are evidence of records which count for a commitment, the last linked first, as far as these records are seen. */
export async function evidenceOfCommitment(
  context: Context & { readonly packs: readonly Pack[] },
  { id, offset, limit, ...moment }: Moment & { readonly id: CommitmentId; readonly offset: number; readonly limit: number },
): Promise<Answer> {
  return view(context, async ({ tx: current, actor, allow, scope }) => {
    allow('evidence:read')
    const seen = await scope()
    const tx = readMoment(current, context, moment)
    await demandCommitmentSeen(tx, seen, id)
    const sight = await recordSight(tx, seen, context.packs)
    const counted = isNow(moment, context.asOf) ? null : await countedThen(current, actor.jurisdictionId, context.asOf, { id, ...moment })
    const proofs = await loadProofsOf(tx, sight, id, counted)
    const files = [...Map.groupBy(proofs, ({ evidenceId }) => evidenceId)]
    const known = files.filter(([, links]) => links.some(({ isSeen }) => isSeen))
    const page = known.slice(offset, offset + limit)
    const found = await findEvidence(
      tx,
      sight,
      page.map(([file]) => file),
    )
    return {
      total: known.length,
      hidden: files.length - known.length,
      items: page.flatMap(([file, links]) => {
        const evidence = found.get(file)
        const records = links.flatMap(({ subjectId, isSeen }) => (isSeen ? [RecordId.parse(subjectId)] : []))
        return evidence === undefined ? [] : [{ evidence, records }]
      }),
    }
  })
}

/** The records that counted for a commitment at a moment. */
async function countedThen(tx: Tx, jurisdictionId: string, today: Day, { asOf, ...asked }: Moment & { readonly id: CommitmentId }) {
  const { occurrences } = await askOccurrences(tx, jurisdictionId, today, { ...asked, asOf: asOf ?? today })
  return occurrences.flatMap(({ explanation }) => explanation.flatMap(({ record, counts }) => (counts ? [record] : [])))
}

/** Every link of a file to a record that counts for the commitment. `then`: the records that counted at another moment; null: those that count now. */
async function loadProofsOf(
  tx: Tx,
  { scope: { jurisdictionId }, isSeen }: RecordSight,
  commitment: string,
  then: readonly string[] | null,
) {
  const counted = tx
    .selectFrom('credit')
    .select('recordId')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('commitmentId', '=', commitment)
    .where('counts', '=', true)
  return tx
    .selectFrom('evidenceLink')
    .innerJoin('recordRevision', (join) =>
      join
        .onRef('recordRevision.jurisdictionId', '=', 'evidenceLink.jurisdictionId')
        .onRef('recordRevision.id', '=', 'evidenceLink.subjectId')
        .on('recordRevision.isStanding', '=', true),
    )
    .select(['evidenceLink.evidenceId', 'evidenceLink.subjectId'])
    .select((eb) => eb.parens(isSeen).$castTo<boolean>().as('isSeen'))
    .where('evidenceLink.jurisdictionId', '=', jurisdictionId)
    .where('recordRevision.jurisdictionId', '=', jurisdictionId)
    .where('subjectKind', '=', 'record')
    .where('unlinkedAt', 'is', null)
    .where((eb) => (then === null ? eb('subjectId', 'in', counted) : eb('subjectId', '=', eb.fn.any(eb.val(then)))))
    .orderBy('linkedAt', 'desc')
    .orderBy('evidenceLink.id')
    .execute()
}
