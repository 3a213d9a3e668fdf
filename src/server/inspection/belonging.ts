import type { Day } from '#core/day/day.ts'
import { organisationAsOf } from '#core/org/as-of.ts'
import { loadSigners } from '#server/closure/doers.ts'
import type { Tx } from '#server/db/connect.ts'
import { cachedOrganisation } from '#server/org/cached.ts'

/** Where the accounts of a jurisdiction belong: whoever holds a post in an org or below it is of that org. */
export interface Belonging {
  readonly isOf: (account: string, org: string) => boolean
  /** Names of the orgs where an account's person holds posts. */
  readonly placesOf: (account: string) => readonly string[]
  /** The orgs of the day with their names, in their order. */
  readonly orgs: readonly { readonly id: string; readonly name: string }[]
  /** Names of everybody in the organisation. */
  readonly people: readonly string[]
}

/** Who belongs where on a day. */
export async function loadBelonging(tx: Tx, jurisdictionId: string, asOf: Day): Promise<Belonging> {
  const now = organisationAsOf((await cachedOrganisation(tx, jurisdictionId)).whole, asOf)
  const names = new Map(now.terms.map(({ org, name }) => [org, name]))
  const parents = new Map(now.terms.map(({ org, parent }) => [org, parent]))
  const orgOf = new Map(now.posts.map(({ id, org }) => [id, org]))
  // who stands behind an account is asked for each time: linking one changes nothing else of the organisation
  const homes = new Map(
    (await loadSigners(tx, jurisdictionId, asOf)).map(({ account, parties }) => [
      account,
      parties.flatMap((party) => orgOf.get(party.replace(/^post:/, '')) ?? []),
    ]),
  )
  const isBelow = (org: string | null, above: string, seen: readonly string[] = []): boolean =>
    org !== null && !seen.includes(org) && (org === above || isBelow(parents.get(org) ?? null, above, [...seen, org]))
  return {
    isOf: (account, org) => (homes.get(account) ?? []).some((home) => isBelow(home, org)),
    placesOf: (account) => [...new Set((homes.get(account) ?? []).map((org) => names.get(org) ?? ''))],
    orgs: now.orgs.toSorted((a, b) => a.ordinal - b.ordinal).map(({ id }) => ({ id, name: names.get(id) ?? '' })),
    people: [...new Set(now.people.map(({ name }) => name))],
  }
}
