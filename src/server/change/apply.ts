import type { ChangeStep } from '#core/change/change.ts'
import { amendedWords, nothingGranted } from '#core/change/granted.ts'
import { refuse } from '#core/outcome/outcome.ts'
import { loadGranted } from '#server/change/granted.ts'
import type { ChangeGround } from '#server/change/ground.ts'
import type { StoredChange } from '#server/change/stored.ts'
import { keepReplaced } from '#server/commitment/keep-replaced.ts'
import { refreshTerms } from '#server/counting/refresh-terms.ts'
import type { Tx } from '#server/db/connect.ts'
import { refreshFindings } from '#server/finding-consequence/refresh.ts'
import { terminate } from '#server/change/terminate.ts'
import { accepted } from '#server/plan/accepted.ts'
import type { Context } from '#server/verb/context.ts'

/** What follows from a request that was granted: its row of the ledger, its closure where it ends, and its terms, occurrences and light. */
export async function applyGranted(
  tx: Tx,
  context: Context,
  { stored, steps, ground }: { readonly stored: StoredChange; readonly steps: readonly ChangeStep[]; readonly ground: ChangeGround },
): Promise<void> {
  const { jurisdictionId } = context.actor
  const { commitment, proposal } = stored
  const { closure } = ground.facts
  if (closure !== 'open' && closure !== 'returned') accepted(refuse('closure-state', { state: closure }))
  if (proposal.asked.kind === 'termination') await terminate(tx, context, { stored, steps })
  const granted = (await loadGranted(tx, jurisdictionId, { commitment })).get(commitment) ?? nothingGranted
  await keepReplaced(tx, jurisdictionId, [commitment], context.now, ['original_due', 'extended_to', 'extensions', 'amended'])
  await tx
    .updateTable('ledgerEntry')
    .set({
      originalDue: granted.originalDue,
      extendedTo: granted.due,
      extensions: granted.extensions,
      amended: amendedWords(granted),
    })
    .where('jurisdictionId', '=', jurisdictionId)
    .where('commitmentId', '=', commitment)
    .execute()
  await refreshTerms(tx, jurisdictionId, ground.planId, context.now)
  await refreshFindings(tx, jurisdictionId, [commitment], context.now)
}
