import type * as z from 'zod'
import type { EvidenceTaken } from '#contract/evidence.ts'
import type { Pack } from '#core/pack/pack.ts'
import { refuse } from '#core/outcome/outcome.ts'
import { inspectEvidence } from '#formats/evidence/inspect.ts'
import { recordSight } from '#server/access/records.ts'
import { lockContent, storeFile } from '#server/files/stored-file.ts'
import { loadOneEvidence } from '#server/evidence/load.ts'
import type { ReceivedFile } from '#server/files/store.ts'
import { accepted } from '#server/plan/accepted.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/**
 * 上传佐证材料: keeps a file of a kind that is taken, once for the same bytes. Where a photo or film says where it was taken, that is wiped out before it gets its
 * place. What came without a link to anything waits for one.
 */
export async function takeEvidence(
  context: Context & { readonly packs: readonly Pack[] },
  received: ReceivedFile,
  name: string,
): Promise<z.infer<typeof EvidenceTaken>> {
  const inspected = await inspectEvidence({ size: received.bytes, at: received.readAt })
  if (!inspected.isTaken) return accepted<never>(refuse('evidence-kind', { name, found: inspected.found }))
  const { kind, takenOn, wipes } = inspected
  const file = wipes.length === 0 ? received : await received.overwrite(wipes)
  const datedOn = takenOn !== null && takenOn <= context.asOf ? takenOn : null
  return change(context, async ({ tx, actor, allow, scope, record }) => {
    allow('evidence:add')
    const { jurisdictionId, accountId, name: person } = actor
    await lockContent(tx, jurisdictionId, file.sha256)
    const known = await tx
      .selectFrom('evidence')
      .select('id')
      .where('jurisdictionId', '=', jurisdictionId)
      .where('sha256', '=', file.sha256)
      .executeTakeFirst()
    const id = known?.id ?? context.newId()
    if (known) {
      // what stands there may have been damaged since
      await file.keep(jurisdictionId)
    } else {
      const values = {
        jurisdictionId,
        id,
        fileId: await storeFile(tx, context, file, name),
        sha256: file.sha256,
        kind,
        version: 1,
        datedOn,
        datedBy: datedOn === null ? 'nobody' : 'photo',
        uploadedBy: accountId,
        uploadedByName: person,
        uploadedAt: context.now,
      }
      await tx.insertInto('evidence').values(values).execute()
    }
    await tx
      .insertInto('evidenceHolder')
      .values({ jurisdictionId, evidenceId: id, accountId })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const { sha256, bytes } = file
    await record({
      verb: 'evidence.upload',
      subject: { kind: 'evidence', id },
      after: { name, sha256, bytes, kind, datedOn, isKnown: known !== undefined, isPositionWiped: wipes.length > 0 },
    })
    // whoever has the bytes may use them; of what else they are evidence they see what they may see anyway
    const evidence = await loadOneEvidence(tx, await recordSight(tx, await scope(), context.packs), id)
    return { evidence, isKnown: known !== undefined }
  })
}
