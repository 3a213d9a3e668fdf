import { InspectionPhoto } from '#core/inspection/inspection.ts'
import type { Scope } from '#server/access/load-scope.ts'
import { recordSight } from '#server/access/records.ts'
import type { Tx } from '#server/db/connect.ts'
import { findEvidence } from '#server/evidence/load.ts'
import type { Caller } from '#server/inspection/sight.ts'
import { AppError } from '#server/platform/errors.ts'

/** A file with what it was put to. */
export interface StoredPhoto {
  readonly visit: string
  readonly item: string | null
  readonly finding: string | null
  readonly step: number | null
  readonly photo: InspectionPhoto
}

/** What a file is put to: an item of a visit, or a step of a finding. */
export interface PhotoPlace {
  readonly inspection: string
  readonly visit: string
  readonly about: { readonly item: string } | { readonly finding: string; readonly step: number }
}

/** Files that were put to some findings, or to what was seen in an inspection; in the order they came. */
export async function loadPhotos(
  tx: Tx,
  jurisdictionId: string,
  of: { readonly findings: readonly string[] } | { readonly inspection: string },
): Promise<readonly StoredPhoto[]> {
  if ('findings' in of && of.findings.length === 0) return []
  const rows = await tx
    .selectFrom('inspectionPhoto')
    .select(['id', 'visitId', 'itemId', 'findingId', 'step', 'evidenceId as evidence', 'name', 'byName as by', 'at'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where((eb) =>
      'findings' in of
        ? eb('findingId', '=', eb.fn.any(eb.val([...of.findings])))
        : eb.and([eb('inspectionId', '=', of.inspection), eb('itemId', 'is not', null)]),
    )
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(({ visitId, itemId, findingId, step, ...photo }) => ({
    visit: visitId,
    item: itemId,
    finding: findingId,
    step,
    photo: InspectionPhoto.parse(photo),
  }))
}

/** Puts files to something. INVALID names those that are not there or that whoever asks does not see. */
export async function putPhotos(tx: Tx, context: Caller, scope: Scope, place: PhotoPlace, evidence: readonly string[]): Promise<void> {
  const ids = [...new Set(evidence)]
  if (ids.length === 0) return
  const { jurisdictionId, name: byName } = context.actor
  // nobody takes one back while it is put to something
  await tx.selectFrom('evidence').select('id').where('jurisdictionId', '=', jurisdictionId).where('id', 'in', ids).forKeyShare().execute()
  const seen = await findEvidence(tx, await recordSight(tx, scope, context.packs), ids)
  const unknown = ids.filter((id) => !seen.has(id))
  if (unknown.length > 0)
    throw new AppError('INVALID', { fields: unknown.map((id) => ({ path: ['photos', id], code: 'unknown-evidence' })) })
  const { inspection: inspectionId, visit: visitId, about } = place
  const subject =
    'item' in about ? { itemId: about.item, findingId: null, step: null } : { itemId: null, findingId: about.finding, step: about.step }
  await tx
    .insertInto('inspectionPhoto')
    .values(
      ids.map((evidenceId) => ({
        jurisdictionId,
        id: context.newId(),
        inspectionId,
        visitId,
        ...subject,
        evidenceId,
        name: seen.get(evidenceId)?.name ?? '',
        byName,
        at: context.now,
      })),
    )
    .execute()
}
