import { ownsSubject } from '#core/access/scope.ts'
import type { Scope } from '#server/access/load-scope.ts'
import { isNamedIn, isSeenCommitment } from '#server/access/seen.ts'
import type { Tx } from '#server/db/connect.ts'
import { asItStands } from '#server/moment/look-back.ts'
import { AppError } from '#server/platform/errors.ts'

/** NOT_FOUND where the caller's jurisdiction has no such commitment, or it is not seen: both answer alike. */
export async function demandCommitmentSeen(tx: Tx, scope: Scope, id: string): Promise<void> {
  const row = await tx
    .selectFrom('commitment')
    .select('id')
    .where('jurisdictionId', '=', scope.jurisdictionId)
    .where('id', '=', id)
    .where((eb) => isSeenCommitment(tx, scope, eb.ref('id')))
    .executeTakeFirst()
  if (!row) throw new AppError('NOT_FOUND')
}

/**
 * Which subjects of a commitment are seen: all by whoever sees the ledger or is named for the commitment or to whose unit it was handed out (who leads it answers for all of it); else those of the
 * scope alone. NOT_FOUND where the commitment is not seen.
 */
export async function subjectsSeen(tx: Tx, scope: Scope, commitment: string): Promise<(subject: string) => boolean> {
  await demandCommitmentSeen(tx, scope, commitment)
  if (scope.seesLedger) return () => true
  const named = await asItStands(tx)
    .selectFrom('ledgerEntry')
    .select('commitmentId')
    .where('jurisdictionId', '=', scope.jurisdictionId)
    .where('commitmentId', '=', commitment)
    .where((eb) => isNamedIn(eb, scope))
    .executeTakeFirst()
  if (named) return () => true
  const handedOut = await asItStands(tx)
    .selectFrom('dispatch')
    .select('commitmentId')
    .where('jurisdictionId', '=', scope.jurisdictionId)
    .where('commitmentId', '=', commitment)
    .where((eb) => eb('orgId', '=', eb.fn.any(eb.val([...scope.orgs]))))
    .executeTakeFirst()
  return handedOut ? () => true : (subject) => ownsSubject(scope, subject)
}
