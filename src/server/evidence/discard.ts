import type { Pack } from '#core/pack/pack.ts'
import { refuse } from '#core/outcome/outcome.ts'
import type { Files } from '#server/files/store.ts'
import { clearBytes, discardFile, lockContent } from '#server/files/stored-file.ts'
import { recordSight } from '#server/access/records.ts'
import { loadOneEvidence } from '#server/evidence/load.ts'
import { accepted } from '#server/plan/accepted.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 撤回: a file that was uploaded and never became evidence of anything goes again, with its bytes. */
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
    if (link) return accepted<string>(refuse('evidence-linked'))
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
  await clearBytes(context, context.files, sha256)
  return { done: true }
}
