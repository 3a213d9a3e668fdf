import { Day } from '#core/day/day.ts'
import { type Interval, merged, shared, without } from '#core/roster/interval.ts'
import { keyOf, type Party, type PartyKey, partyOf } from '#core/roster/party.ts'
import type { Population } from '#core/roster/population.ts'
import { aliasesOf, type RosterIndex } from '#core/roster/roster-index.ts'

/** When somebody belongs to a population. */
export type Tenures = ReadonlyMap<PartyKey, readonly Interval[]>

const always: Interval = { from: Day.parse('0001-01-01'), to: null }

/** Who belongs to a population, and when. `leader`: whose 分管 or 联系点 is meant by `headsOf`; without one nobody's. */
export function tenuresOf(population: Population, index: RosterIndex, leader: Party | null = null): Tenures {
  const found = new Map<PartyKey, Interval[]>()
  collect(population, index, leader, (key, interval) => {
    const intervals = found.get(key)
    if (intervals === undefined) found.set(key, [interval])
    else intervals.push(interval)
  })
  return new Map([...found].map(([key, intervals]) => [key, merged(intervals)]))
}

function collect(population: Population, index: RosterIndex, leader: Party | null, add: (key: PartyKey, interval: Interval) => void): void {
  switch (population.kind) {
    case 'party':
      return add(keyOf(population.party), always)
    case 'group':
      for (const { member, from, to } of index.groups.get(population.group) ?? []) add(keyOf(member), { from, to })
      return
    case 'children':
      for (const { id, kind, from, to } of index.children.get(population.org) ?? [])
        if (population.of === 'any' || population.of === kind) add(`org:${id}`, { from, to })
      return
    case 'headsOf':
      if (leader !== null) collectHeads(leader, population.relation, index, add)
      return
    case 'union':
      for (const each of population.of) collect(each, index, leader, add)
  }
}

/** The head posts of the orgs a leader is in charge of; 分管 may be written for the person or for the post. */
function collectHeads(
  leader: Party,
  relation: 'inChargeOf' | 'contactUnit',
  index: RosterIndex,
  add: (key: PartyKey, interval: Interval) => void,
): void {
  const asLeader = [{ key: keyOf(leader), ...always }, ...aliasesOf(leader, index)]
  for (const { key, from, to } of asLeader)
    for (const entry of index.relations.get(key) ?? [])
      if (entry.kind === relation)
        for (const post of index.headPosts.get(entry.org) ?? [])
          for (const interval of shared([{ from, to }], [entry])) add(`post:${post.id}`, interval)
}

/** When two parties are a pair: both in office, and not one and the same person. */
export function pairTenure(
  a: PartyKey,
  whenA: readonly Interval[],
  b: PartyKey,
  whenB: readonly Interval[],
  index: RosterIndex,
): readonly Interval[] {
  if (a === b) return []
  const [personsA, personsB] = [personsOf(a, index), personsOf(b, index)]
  const same = personsA.flatMap((one) => personsB.flatMap((other) => (one.key === other.key ? shared([one], [other]) : [])))
  return without(shared(whenA, whenB), same)
}

function personsOf(key: PartyKey, index: RosterIndex): readonly (Interval & { readonly key: PartyKey })[] {
  const party = partyOf(key)
  if (party === null || party.kind === 'org') return []
  return party.kind === 'person' ? [{ key, ...always }] : aliasesOf(party, index)
}
