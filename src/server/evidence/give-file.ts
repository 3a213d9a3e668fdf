import { downloadName } from '#core/evidence/kind.ts'
import type { Pack } from '#core/pack/pack.ts'
import { refuse } from '#core/outcome/outcome.ts'
import { recordSight } from '#server/access/records.ts'
import { loadOneEvidence } from '#server/evidence/load.ts'
import { DamagedFile, type Files } from '#server/files/store.ts'
import type { Download } from '#server/http/download.ts'
import { accepted } from '#server/plan/accepted.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 下载: the bytes of a file as a stream, whole or not at all: REFUSED with `evidence-damaged` where the disk no longer holds what was put there. */
export async function giveEvidence(
  context: Context & { readonly files: Files; readonly packs: readonly Pack[] },
  id: string,
): Promise<Download> {
  const { name, kind, sha256 } = await view(context, async ({ tx, allow, scope }) => {
    allow('evidence:read')
    return loadOneEvidence(tx, await recordSight(tx, await scope(), context.packs), id)
  })
  try {
    const { bytes, content } = await context.files.stream(context.actor.jurisdictionId, sha256)
    const type = kind === 'jpeg' || kind === 'png' ? `image/${kind}` : 'application/octet-stream'
    return { name: downloadName(name, kind), type, bytes, content }
  } catch (error) {
    if (error instanceof DamagedFile) return accepted<Download>(refuse('evidence-damaged', { name }))
    throw error
  }
}
