import type { DifficultyView } from '#contract/difficulty.ts'
import type { Day } from '#core/day/day.ts'
import type { DifficultyStep } from '#core/difficulty/difficulty.ts'
import type { Scope } from '#server/access/load-scope.ts'
import type { Tx } from '#server/db/connect.ts'
import { loadDifficulties } from '#server/difficulty/stored.ts'
import { viewsOf } from '#server/difficulty/view.ts'
import { AppError } from '#server/platform/errors.ts'
import type { Context } from '#server/verb/context.ts'

/** Keeps what was done as the next step. The difficulty is locked. */
export async function saveStep(
  tx: Tx,
  { actor, now }: Context,
  difficultyId: string,
  step: Pick<DifficultyStep, 'kind' | 'note' | 'body' | 'heldOn'>,
): Promise<void> {
  const { jurisdictionId, accountId, name } = actor
  const { last } = await tx
    .selectFrom('difficultyStep')
    .select(({ fn }) => fn.countAll<string>().as('last'))
    .where('jurisdictionId', '=', jurisdictionId)
    .where('difficultyId', '=', difficultyId)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('difficultyStep')
    .values({ jurisdictionId, difficultyId, ordinal: Number(last) + 1, account: accountId, byName: name, at: now, ...step })
    .execute()
}

/** How it stands now, to who asks. */
export async function viewAfter(tx: Tx, scope: Scope, asOf: Day, id: string): Promise<DifficultyView> {
  const [found] = await viewsOf(tx, scope, asOf, await loadDifficulties(tx, scope, { id }))
  if (found === undefined) throw new AppError('NOT_FOUND')
  return found
}
