import { partiesByName } from '#core/access/named.ts'
import type { Day } from '#core/day/day.ts'
import { type Holders, holdersOn } from '#core/dispatch/holder.ts'
import { organisationAsOf } from '#core/org/as-of.ts'
import type { Organisation } from '#core/org/organisation.ts'
import type { Party, PartyKey } from '#core/roster/party.ts'
import { cachedLedgerNames } from '#server/access/ledger-names.ts'
import type { Tx } from '#server/db/connect.ts'
import { cachedOrganisation } from '#server/org/cached.ts'
import { loadSubstitutions } from '#server/substitution/stored.ts'
import type { Actor } from '#server/verb/context.ts'

/** What every step of 分办 stands on: the organisation of the day, who stands behind posts, whom names of the plan mean, who can sign in. */
export interface Ground {
  readonly now: Organisation
  readonly holders: Holders
  readonly named: { readonly unit: ReadonlyMap<string, readonly PartyKey[]>; readonly leader: ReadonlyMap<string, readonly PartyKey[]> }
  /** People whose account is in use, by its post. */
  readonly accounts: ReadonlyMap<string, string>
  /** Whether a head of the unit, or who substitutes for one, can sign in. */
  readonly hasHead: (org: string) => boolean
}

/** Loads it for a day. */
export async function loadGround(tx: Tx, jurisdictionId: string, asOf: Day): Promise<Ground> {
  const { whole } = await cachedOrganisation(tx, jurisdictionId)
  const substitutions = await loadSubstitutions(tx, jurisdictionId, 'everybody')
  const now = organisationAsOf(whole, asOf)
  const holders = holdersOn(whole, substitutions, asOf)
  const rows = await tx
    .selectFrom('account')
    .innerJoin('person', (join) => join.on('person.jurisdictionId', '=', jurisdictionId).onRef('person.accountId', '=', 'account.id'))
    .select(['person.id', 'account.post'])
    .where('account.jurisdictionId', '=', jurisdictionId)
    .where('account.post', 'in', ['office', 'leader', 'unit'])
    .where('account.disabledAt', 'is', null)
    .execute()
  const accounts = new Map(rows.map(({ id, post }) => [id, post]))
  return {
    now,
    holders,
    named: partiesByName(whole, asOf, await cachedLedgerNames(tx, jurisdictionId)),
    accounts,
    hasHead: (org) => holders.headsOf(org).some((person) => accounts.get(person) === 'unit'),
  }
}

/** Whom an account stands for when it claims: the post it acts for, the post its person holds alone, else the person; null: nobody. */
export function partyOfActor({ person, acting }: Pick<Actor, 'person' | 'acting'>, { now }: Pick<Ground, 'now'>): Party | null {
  if (acting !== undefined) return { kind: 'post', id: acting.orgPost }
  if (person === null) return null
  const held = now.holdings.filter((each) => each.person === person).map(({ post }) => post)
  const alone = now.posts.filter(({ id, isForOne }) => isForOne && held.includes(id))
  const related = alone.find(({ id }) => now.relations.some(({ leader }) => leader.id === id)) ?? alone[0]
  return related === undefined ? { kind: 'person', id: person } : { kind: 'post', id: related.id }
}
