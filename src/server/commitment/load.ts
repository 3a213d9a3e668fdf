import type { Commitment } from '#core/commitment/commitment.ts'
import { COMMITMENT_COLUMNS, commitmentOf } from '#server/commitment/stored.ts'
import type { Scope } from '#server/access/load-scope.ts'
import { isSeenCommitment } from '#server/access/seen.ts'
import type { Tx } from '#server/db/connect.ts'
import { AppError } from '#server/platform/errors.ts'

/** Which commitments: of one plan of one jurisdiction. */
interface Where {
  readonly jurisdictionId: string
  readonly planId: string
}

/** The commitments of a plan, in its order: every one, or those that a scope sees, without drafts for others than the office. */
export async function loadCommitments(tx: Tx, { jurisdictionId, planId }: Where, scope?: Scope): Promise<readonly Commitment[]> {
  const rows = await tx
    .selectFrom('commitment')
    .select(COMMITMENT_COLUMNS)
    .where('jurisdictionId', '=', jurisdictionId)
    .where('planId', '=', planId)
    .where((eb) => (scope === undefined ? eb.lit(true) : isSeenCommitment(tx, scope, eb.ref('id'))))
    .$if(scope?.seesAll === false, (query) => query.where('state', '=', 'confirmed'))
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
