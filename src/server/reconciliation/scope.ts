import { type Expression, expressionBuilder, type SqlBool } from 'kysely'
import { refuse } from '#core/outcome/outcome.ts'
import type { Scope } from '#server/access/load-scope.ts'
import type { DB } from '#server/db/types.gen.ts'
import { accepted } from '#server/plan/accepted.ts'

const one = expressionBuilder<DB, 'reconciliation'>()

/** The condition that a reconciliation is seen: the office sees all; everybody else those of their units, and what they sent themselves. */
export function isSeenReconciliation({ seesAll, orgs, accountId }: Scope): Expression<SqlBool> {
  if (seesAll) return one.lit(true)
  return one.or([
    one('reconciliation.orgId', '=', one.fn.any(one.val([...orgs]))),
    one.and([one('reconciliation.orgId', 'is', null), one('reconciliation.takenBy', '=', accountId)]),
  ])
}

/** REFUSED where somebody reconciles, settles or signs for a unit that is not theirs; null: for everybody, which the office alone does. */
export function demandOwnOrg({ seesAll, entersFor }: Scope, org: string | null): void {
  if (!seesAll && (org === null || !entersFor.includes(org))) accepted(refuse('reconciliation-not-yours'))
}
