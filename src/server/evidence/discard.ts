import type { Pack } from '#core/pack/pack.ts'
import { refuse } from '#core/outcome/outcome.ts'
import type { Tx } from '#server/db/connect.ts'
import type { Files } from '#server/files/store.ts'
import { clearBytes, discardFile, lockContent } from '#server/files/stored-file.ts'
import { recordSight } from '#server/access/records.ts'
import { loadOneEvidence } from '#server/evidence/load.ts'
import { isMinutesOfChange } from '#server/change/minutes.ts'
import { isMinutes } from '#server/closure/minutes.ts'
import { accepted } from '#server/plan/accepted.ts'
import { isProof } from '#server/similar-case-review/proofs.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 撤回: a file that was uploaded and never became evidence of anything goes again, with its bytes where nobody else has uploaded them. */
export async function discardEvidence(
  context: Context & { readonly files: Files; readonly packs: readonly Pack[] },
  { id }: { readonly id: string },
): Promise<{ readonly done: true }> {
  const sha256 = await change(context, async ({ tx, actor, allow, scope, record }) => {
    const { jurisdictionId } = actor
    allow('evidence:add')
    await tx.selectFrom('evidence').select('id').where('jurisdictionId', '=', jurisdictionId).where('id', '=', id).forUpdate().execute()
    const { name, sha256: content } = await loadOneEvidence(tx, await recordSight(tx, await scope(), context.packs), id)
    // also of what the caller does not see
    const link = await tx
      .selectFrom('evidenceLink')
      .select('id')
      .where('jurisdictionId', '=', jurisdictionId)
      .where('evidenceId', '=', id)
      .limit(1)
      .executeTakeFirst()
    if (
      link ||
      (await isPutToInspection(tx, jurisdictionId, id)) ||
      (await isProof(tx, jurisdictionId, id)) ||
      (await isMinutes(tx, jurisdictionId, content)) ||
      (await isMinutesOfChange(tx, jurisdictionId, content))
    )
      return accepted<null>(refuse('evidence-linked'))
    if (await letGoWhereShared(tx, context, id)) {
      await record({ verb: 'evidence.discard', subject: { kind: 'evidence', id }, before: { name, sha256: content } })
      return null
    }
    await lockContent(tx, jurisdictionId, content)
    const row = await tx
      .deleteFrom('evidence')
      .where('jurisdictionId', '=', jurisdictionId)
      .where('id', '=', id)
      .returning('fileId')
      .executeTakeFirstOrThrow()
    await discardFile(tx, context, row.fileId)
    await record({ verb: 'evidence.discard', subject: { kind: 'evidence', id }, before: { name, sha256: content } })
    return content
  })
  if (sha256 !== null) await clearBytes(context, context.files, sha256)
  return { done: true }
}

/** Lets go of a file that others have uploaded too, for whom it stays; false where nobody else has. */
async function letGoWhereShared(tx: Tx, { actor: { jurisdictionId, accountId } }: Context, id: string): Promise<boolean> {
  const other = await tx
    .selectFrom('evidenceHolder')
    .select('accountId')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('evidenceId', '=', id)
    .where('accountId', '!=', accountId)
    .limit(1)
    .executeTakeFirst()
  if (other === undefined) return false
  await tx
    .deleteFrom('evidenceHolder')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('evidenceId', '=', id)
    .where('accountId', '=', accountId)
    .execute()
  return true
}

async function isPutToInspection(tx: Tx, jurisdictionId: string, id: string): Promise<boolean> {
  const photo = await tx
    .selectFrom('inspectionPhoto')
    .select('id')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('evidenceId', '=', id)
    .limit(1)
    .executeTakeFirst()
  return photo !== undefined
}
