import type { DifficultyView } from '#contract/difficulty.ts'
import type { Day } from '#core/day/day.ts'
import { actOnDifficulty, type DifficultyParty } from '#core/difficulty/decisions.ts'
import { DifficultyAct, isAnswerLate } from '#core/difficulty/difficulty.ts'
import type { Scope } from '#server/access/load-scope.ts'
import type { Tx } from '#server/db/connect.ts'
import { isAsked, loadDifficultySteps, type StoredDifficulty } from '#server/difficulty/stored.ts'

/** As whom somebody acts on a difficulty. */
export function partyOf(
  { org, post, raisedByAccount }: Pick<StoredDifficulty, 'org' | 'post' | 'raisedByAccount'>,
  scope: Scope,
): DifficultyParty {
  const raised = raisedByAccount === scope.accountId
  return {
    isOffice: scope.post === 'office',
    isAddressed: isAsked(scope).includes(post),
    isRaiser: raised || scope.entersFor.includes(org),
    raised,
  }
}

/** What is shown of difficulties to who asks. */
export async function viewsOf(tx: Tx, scope: Scope, asOf: Day, some: readonly StoredDifficulty[]): Promise<readonly DifficultyView[]> {
  const steps = await loadDifficultySteps(
    tx,
    scope.jurisdictionId,
    some.map(({ id }) => id),
  )
  return some.map((stored) => {
    const party = partyOf(stored, scope)
    const { raisedByAccount: _, ...shown } = stored
    return {
      ...shown,
      isLate: isAnswerLate(stored, asOf),
      steps: steps.get(stored.id) ?? [],
      // whatever is said: whether the act itself is theirs to do
      may: DifficultyAct.options.filter(
        (act) => actOnDifficulty(stored.state, act, party, { note: 'x'.repeat(10), day: asOf, today: asOf }).ok,
      ),
    }
  })
}
