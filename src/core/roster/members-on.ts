import type { Day } from '#core/day/day.ts'
import { holdsOn } from '#core/roster/interval.ts'
import { keyOf, type Party } from '#core/roster/party.ts'
import type { RosterIndex } from '#core/roster/roster-index.ts'

/** The members of a group on a day, each once: people, for a post whoever holds it that day, and orgs. A post nobody holds is nobody. */
export function membersOn(group: string, day: Day, index: RosterIndex): readonly Party[] {
  const named = (index.groups.get(group) ?? []).filter((entry) => holdsOn(entry, day)).map(({ member }) => member)
  const parties = named.flatMap((member): readonly Party[] => (member.kind === 'post' ? holdersOn(member.id, day, index) : [member]))
  return [...new Map(parties.map((party) => [keyOf(party), party])).values()]
}

/** Who holds a post on a day. */
export function holdersOn(post: string, day: Day, index: RosterIndex): readonly Party[] {
  const holdings = (index.holdingsOfPost.get(post) ?? []).filter((entry) => holdsOn(entry, day))
  return holdings.map(({ person }) => ({ kind: 'person', id: person }))
}
