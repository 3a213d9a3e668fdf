import { CommitmentId } from '#core/commitment/commitment.ts'
import type { WorkRecord } from '#core/record/record.ts'
import type { Register } from '#core/register/register.ts'
import type { Scope } from '#server/access/load-scope.ts'
import { isSeenCommitment } from '#server/access/seen.ts'
import type { Tx } from '#server/db/connect.ts'

interface Named {
  readonly record: WorkRecord
  /** What it was before; what it named then may go on to stand. */
  readonly before: WorkRecord | null
  readonly register: Register
}

/** The fields that name commitments which are not in the ledger, or not for the caller to see. */
export async function strangeCommitments(tx: Tx, scope: Scope, { record, before, register }: Named): Promise<readonly string[]> {
  const fields = register.fields.filter(({ type }) => type === 'commitments').map(({ id }) => id)
  const named = fields.map((field) => ({
    field,
    ids: idsIn(record, field).filter((id) => before === null || !idsIn(before, field).includes(id)),
  }))
  const ids = named.flatMap((each) => each.ids)
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('ledgerEntry')
    .select('commitmentId')
    .where('jurisdictionId', '=', scope.jurisdictionId)
    .where((eb) => eb('commitmentId', '=', eb.fn.any(eb.val(ids))))
    .where((eb) => isSeenCommitment(tx, scope, eb.ref('commitmentId')))
    .execute()
  const known = new Set(rows.map(({ commitmentId }) => commitmentId))
  return named.flatMap(({ field, ids: of }) => (of.every((id) => known.has(id)) ? [] : [field]))
}

function idsIn({ values }: WorkRecord, field: Register['fields'][number]['id']): readonly string[] {
  const value = values[field]
  return Array.isArray(value) ? value.flatMap((each) => CommitmentId.safeParse(each).data ?? []) : []
}
