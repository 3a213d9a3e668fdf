import type { Organisation } from '#core/org/organisation.ts'
import { keyOf, type Party } from '#core/roster/party.ts'

/** Whom an organisation has ever known: people, posts, orgs and groups. */
export function knownIn({ people, posts, orgs, groups }: Organisation): {
  readonly isKnown: (party: Party) => boolean
  readonly isGroup: (group: string) => boolean
} {
  const parties = new Set([
    ...people.map(({ id }) => `person:${id}`),
    ...posts.map(({ id }) => `post:${id}`),
    ...orgs.map(({ id }) => `org:${id}`),
  ])
  const named = new Set(groups.map(({ id }) => id))
  return { isKnown: (party) => parties.has(keyOf(party)), isGroup: (group) => named.has(group) }
}
