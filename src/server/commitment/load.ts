import type { Commitment } from '#core/commitment/commitment.ts'
import { COMMITMENT_COLUMNS, commitmentOf } from '#server/commitment/stored.ts'
import type { Tx } from '#server/db/connect.ts'
import { AppError } from '#server/platform/errors.ts'

/** Which commitments: of one plan of one jurisdiction. */
interface Where {
  readonly jurisdictionId: string
  readonly planId: string
}

/** Every commitment of a plan, in its order. */
export async function loadCommitments(tx: Tx, { jurisdictionId, planId }: Where): Promise<readonly Commitment[]> {
  const rows = await tx
    .selectFrom('commitment')
    .select(COMMITMENT_COLUMNS)
    .where('jurisdictionId', '=', jurisdictionId)
    .where('planId', '=', planId)
    .orderBy('ordinal')
    .orderBy('id')
    .execute()
  return rows.map(commitmentOf)
}

/** One commitment as the caller saw it: NOT_FOUND where the plan has none, CONFLICT with the version that stands where it has changed since. */
export async function loadCommitment(tx: Tx, where: Where, asked: { readonly id: string; readonly version: number }): Promise<Commitment> {
  const row = await tx
    .selectFrom('commitment')
    .select(COMMITMENT_COLUMNS)
    .where('jurisdictionId', '=', where.jurisdictionId)
    .where('planId', '=', where.planId)
    .where('id', '=', asked.id)
    .executeTakeFirst()
  if (!row) throw new AppError('NOT_FOUND')
  if (row.version !== asked.version) throw new AppError('CONFLICT', { version: row.version })
  return commitmentOf(row)
}

/** The refs of a plan that are taken. */
export async function loadRefs(tx: Tx, { jurisdictionId, planId }: Where): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('commitment')
    .select('ref')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('planId', '=', planId)
    .execute()
  return new Set(rows.map(({ ref }) => ref))
}
