import { cachedOrganisation } from '#server/org/cached.ts'
import type { Scope } from '#server/access/load-scope.ts'
import type { Tx } from '#server/db/connect.ts'
import type { Day } from '#core/day/day.ts'

/** An org by its name of the day. */
export interface NamedOrg {
  readonly id: string
  readonly name: string
}

/** The orgs in whose name whoever asks may speak: of the office all; `first`: names that come before the others. */
export async function ownOrgs(tx: Tx, scope: Scope, asOf: Day, first: readonly string[]): Promise<readonly NamedOrg[]> {
  const { whole } = await cachedOrganisation(tx, scope.jurisdictionId)
  const isFirst = (name: string): boolean => first.includes(name)
  return whole.terms
    .filter(({ org, from, to }) => from <= asOf && (to === null || to >= asOf) && (scope.seesAll || scope.entersFor.includes(org)))
    .map(({ org, name }) => ({ id: org, name }))
    .toSorted((a, b) => Number(isFirst(b.name)) - Number(isFirst(a.name)))
}
