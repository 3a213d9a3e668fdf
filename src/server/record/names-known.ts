import type { Day } from '#core/day/day.ts'
import type { Organisation } from '#core/org/organisation.ts'
import type { Tx } from '#server/db/connect.ts'
import { lookedAt } from '#server/moment/look-back.ts'
import { cachedOrganisation } from '#server/org/cached.ts'

/** Names of people, groups, orgs and posts on the day that is looked back at, as they were known then, by their keys; null where one does not look back. */
export async function namesKnown(tx: Tx, jurisdictionId: string): Promise<ReadonlyMap<string, string> | null> {
  const looked = lookedAt(tx)
  if (looked === null) return null
  return namesIn((await cachedOrganisation(tx, jurisdictionId)).whole, looked.asOf)
}

function namesIn({ people, groups, orgs, terms, posts }: Organisation, asOf: Day): ReadonlyMap<string, string> {
  // of what began later its first name
  const named = new Map(terms.toReversed().map(({ org, name }) => [org, name]))
  for (const { org, name, from } of terms) if (from <= asOf) named.set(org, name)
  const wholes = new Set(orgs.filter(({ kind }) => kind === 'institution').map(({ id }) => id))
  return new Map([
    ...people.map(({ id, name }) => [`person:${id}`, name] as const),
    ...groups.map(({ id, name }) => [`group:${id}`, name] as const),
    ...[...named].map(([org, name]) => [`org:${org}`, name] as const),
    // of a leading post of the whole (院长) the title alone
    ...posts.map(({ id, org, title }) => [`post:${id}`, `${wholes.has(org) ? '' : (named.get(org) ?? '')}${title}`] as const),
  ])
}
