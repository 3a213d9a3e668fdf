import * as z from 'zod'
import type { EvidenceView } from '#contract/evidence.ts'
import type { Instant } from '#core/day/day.ts'
import type { Evidence } from '#core/evidence/evidence.ts'
import type { RecordId } from '#core/record/record.ts'
import type { RecordSight } from '#server/access/records.ts'
import { seenMinutes } from '#server/change/minutes.ts'
import type { Tx } from '#server/db/connect.ts'
import { seenPhotos } from '#server/inspection/sight.ts'
import { AppError } from '#server/platform/errors.ts'
import { seenProofs } from '#server/similar-case-review/proofs.ts'

type View = z.infer<typeof EvidenceView>

// the columns hold what core made and were checked when they were written
const evidenceColumn = z.custom<Evidence>()
const instantColumn = z.custom<Instant>()
const linkColumn = z.custom<View['links'][number]>()

/** Files by their ids, in that order, with everything that is seen of what they are or were evidence of. NOT_FOUND where one is not seen. */
async function loadEvidence(tx: Tx, sight: RecordSight, ids: readonly string[]): Promise<readonly View[]> {
  const found = await findEvidence(tx, sight, ids)
  return ids.map((id) => {
    const view = found.get(id)
    if (view === undefined) throw new AppError('NOT_FOUND')
    return view
  })
}

/** Those of some files that are seen: what one has uploaded oneself, evidence of records that are seen, what was put to inspections and what a meeting decided changes by, as far as these are. */
export async function findEvidence(tx: Tx, { scope, isSeen }: RecordSight, ids: readonly string[]): Promise<ReadonlyMap<string, View>> {
  if (ids.length === 0) return new Map()
  const { jurisdictionId } = scope
  const rows = await tx
    .selectFrom('evidence')
    .innerJoin('storedFile', (join) =>
      join.onRef('storedFile.jurisdictionId', '=', 'evidence.jurisdictionId').onRef('storedFile.id', '=', 'evidence.fileId'),
    )
    .select([
      'evidence.id',
      'evidence.version',
      'evidence.sha256',
      'evidence.kind',
      'evidence.datedOn',
      'evidence.datedBy',
      'evidence.uploadedByName',
      'evidence.uploadedAt',
      'storedFile.name',
      'storedFile.bytes',
    ])
    .where('evidence.jurisdictionId', '=', jurisdictionId)
    .where('storedFile.jurisdictionId', '=', jurisdictionId)
    .where('evidence.id', 'in', ids)
    .execute()
  const links = await loadLinks(tx, jurisdictionId, ids, isSeen)
  const held = await loadHeld(tx, scope, ids)
  const inspected = scope.seesAll ? new Set() : await seenPhotos(tx, scope, ids)
  const proved = scope.seesAll ? new Set() : await seenProofs(tx, scope, ids)
  const decided = scope.seesAll ? new Set() : await seenMinutes(tx, scope, ids)
  const mine = rows.filter(
    ({ id }) => scope.seesAll || held.has(id) || links.has(id) || inspected.has(id) || proved.has(id) || decided.has(id),
  )
  return new Map(
    mine.map(({ uploadedByName, uploadedAt, ...row }): [string, View] => [
      row.id,
      {
        ...evidenceColumn.parse({ ...row, bytes: Number(row.bytes) }),
        uploadedBy: uploadedByName,
        uploadedAt: instantColumn.parse(uploadedAt),
        links: links.get(row.id) ?? [],
      },
    ]),
  )
}

/** One file. NOT_FOUND where none of that id is seen. */
export async function loadOneEvidence(tx: Tx, sight: RecordSight, id: string): Promise<View> {
  const [view] = await loadEvidence(tx, sight, [id])
  if (view === undefined) throw new AppError('NOT_FOUND')
  return view
}

/** The files that are or were evidence of a record, in the order they were first linked. */
export async function loadEvidenceOf(tx: Tx, sight: RecordSight, record: RecordId): Promise<readonly View[]> {
  const rows = await tx
    .selectFrom('evidenceLink')
    .select('evidenceId')
    .where('jurisdictionId', '=', sight.scope.jurisdictionId)
    .where('subjectKind', '=', 'record')
    .where('subjectId', '=', record)
    .orderBy('linkedAt')
    .orderBy('id')
    .execute()
  return loadEvidence(tx, sight, [...new Set(rows.map(({ evidenceId }) => evidenceId))])
}

/** Those of some files whose bytes the caller has brought. */
async function loadHeld(tx: Tx, { jurisdictionId, accountId }: RecordSight['scope'], ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('evidenceHolder')
    .select('evidenceId')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('accountId', '=', accountId)
    .where('evidenceId', 'in', ids)
    .execute()
  return new Set(rows.map(({ evidenceId }) => evidenceId))
}

async function loadLinks(
  tx: Tx,
  jurisdictionId: string,
  ids: readonly string[],
  isSeen: RecordSight['isSeen'],
): Promise<ReadonlyMap<string, View['links']>> {
  const rows = await tx
    .selectFrom('evidenceLink')
    .innerJoin('recordRevision', (join) =>
      join
        .onRef('recordRevision.jurisdictionId', '=', 'evidenceLink.jurisdictionId')
        .onRef('recordRevision.id', '=', 'evidenceLink.subjectId')
        .on('recordRevision.isStanding', '=', true),
    )
    .selectAll('evidenceLink')
    .select(['register', 'orgId', 'fromDay', 'toDay', 'startsAtNoon', 'endsAtNoon'])
    .where('evidenceLink.jurisdictionId', '=', jurisdictionId)
    .where('recordRevision.jurisdictionId', '=', jurisdictionId)
    .where('evidenceId', 'in', ids)
    .where(isSeen)
    .orderBy('linkedAt')
    .orderBy('evidenceLink.id')
    .execute()
  const links = Map.groupBy(rows, ({ evidenceId }) => evidenceId)
  return new Map(
    [...links].map(([id, group]) => [
      id,
      group.map((row) => {
        const { fromDay: from, toDay: to, startsAtNoon, endsAtNoon } = row
        return linkColumn.parse({
          id: row.id,
          record: { id: row.subjectId, register: row.register, org: row.orgId, occurredOn: { from, to, startsAtNoon, endsAtNoon } },
          linkedBy: row.linkedByName,
          linkedAt: row.linkedAt,
          unlinked: row.unlinkedAt === null ? null : { by: row.unlinkedByName, at: row.unlinkedAt, reason: row.unlinkReason },
        })
      }),
    ]),
  )
}
