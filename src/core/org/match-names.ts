import * as z from 'zod'
import type { Organisation } from '#core/org/organisation.ts'
import { keyOf, Party } from '#core/roster/party.ts'

/** How a name of a plan was found: as it stands, by an alias, or as a title with the name of who holds the post (院长许明远). */
export const NameMatch = z
  .object({
    name: z.string(),
    how: z.enum(['name', 'alias', 'title-and-name']).nullable(),
    /** Whom the name means; several where the organisation has several of that name; empty where nobody fits. */
    parties: z.array(Party).readonly(),
    /** Groups of that name. */
    groups: z.array(z.string()).readonly(),
    /** Whom it may mean, the likeliest first, where nothing was found. */
    suggestions: z.array(Party).readonly(),
  })
  .readonly()
export type NameMatch = z.infer<typeof NameMatch>

/** What a name of a plan is looked for as: a unit (责任单位, 配合单位) or a leader or person (牵头领导, 责任人). */
export type NameRole = 'unit' | 'leader'

interface Known {
  readonly party: Party
  readonly name: string
  readonly aliases: readonly string[]
}

const MOST_SUGGESTIONS = 3
/** Share of the pairs of characters that two names must have in common (Dice's coefficient) for a suggestion. */
const ALIKE = 0.4

/**
 * Matches names as plans write them to orgs, posts, people and groups. `organisation`: as of the day that counts. Nothing is guessed: what does not
 * stand there by name or alias comes back without a party, with suggestions; the wording of the plan is never changed.
 */
export function matchNames(organisation: Organisation, names: readonly string[], role: NameRole): readonly NameMatch[] {
  const known = role === 'unit' ? unitsOf(organisation) : leadersOf(organisation)
  const groups = Map.groupBy(organisation.groups, ({ name }) => foldName(name))
  return names.map((name) => {
    const folded = foldName(name)
    const inGroups = (groups.get(folded) ?? []).map(({ id }) => id)
    const found = lookUp(known, folded)
    if (found.parties.length > 0 || inGroups.length > 0) {
      return { name, how: found.how ?? 'name', parties: distinct(found.parties), groups: inGroups, suggestions: [] }
    }
    return { name, how: null, parties: [], groups: [], suggestions: suggest(known, folded) }
  })
}

/** Whom names mean, without suggestions: parties and groups of each name that fits; what is not found is left out. */
export function partiesNamed(
  organisation: Organisation,
  names: readonly string[],
  role: NameRole,
): ReadonlyMap<string, { readonly parties: readonly Party[]; readonly groups: readonly string[] }> {
  const known = role === 'unit' ? unitsOf(organisation) : leadersOf(organisation)
  const groups = Map.groupBy(organisation.groups, ({ name }) => foldName(name))
  const found = names.map((name) => {
    const folded = foldName(name)
    return [name, { parties: distinct(lookUp(known, folded).parties), groups: (groups.get(folded) ?? []).map(({ id }) => id) }] as const
  })
  return new Map(found.filter(([, { parties, groups: inGroups }]) => parties.length + inGroups.length > 0))
}

function unitsOf(organisation: Organisation): readonly Known[] {
  const orgs = new Map(organisation.orgs.map((org) => [org.id, org]))
  return organisation.terms.map(({ org, name }) => ({
    party: { kind: 'org', id: org },
    name: foldName(name),
    aliases: (orgs.get(org)?.aliases ?? []).map(foldName),
  }))
}

function leadersOf(organisation: Organisation): readonly Known[] {
  const people = organisation.people.map(({ id, name }) => ({ party: { kind: 'person' as const, id }, name: foldName(name), aliases: [] }))
  const posts = organisation.posts.map(({ id, title, aliases }) => ({
    party: { kind: 'post' as const, id },
    name: foldName(title),
    aliases: aliases.map(foldName),
  }))
  return [...people, ...posts]
}

function lookUp(known: readonly Known[], folded: string): { readonly how: NameMatch['how']; readonly parties: readonly Party[] } {
  const byName = known.filter(({ name }) => name === folded)
  if (byName.length > 0) return { how: 'name', parties: byName.map(({ party }) => party) }
  const byAlias = known.filter(({ aliases }) => aliases.includes(folded))
  if (byAlias.length > 0) return { how: 'alias', parties: byAlias.map(({ party }) => party) }
  const people = known.filter(({ party, name }) => party.kind === 'person' && name.length > 1 && folded.endsWith(name))
  const longest = Math.max(0, ...people.map(({ name }) => name.length))
  const parties = people.filter(({ name }) => name.length === longest).map(({ party }) => party)
  return { how: parties.length > 0 ? 'title-and-name' : null, parties }
}

function suggest(known: readonly Known[], folded: string): readonly Party[] {
  const scored = known.map(({ party, name, aliases }) => ({
    party,
    score: Math.max(...[name, ...aliases].map((each) => likeness(each, folded))),
  }))
  const best = scored.filter(({ score }) => score >= ALIKE).toSorted((a, b) => b.score - a.score)
  return distinct(best.map(({ party }) => party)).slice(0, MOST_SUGGESTIONS)
}

/** 1: one holds the other; else Dice's coefficient over pairs of characters. */
function likeness(a: string, b: string): number {
  if (a.length > 1 && b.length > 1 && (a.includes(b) || b.includes(a))) return 1
  const [pairsA, pairsB] = [pairsOf(a), pairsOf(b)]
  const common = [...pairsA].filter((pair) => pairsB.has(pair)).length
  return pairsA.size + pairsB.size === 0 ? 0 : (2 * common) / (pairsA.size + pairsB.size)
}

function pairsOf(text: string): ReadonlySet<string> {
  return new Set(Array.from(text.slice(1), (character, index) => `${text[index] ?? ''}${character}`))
}

/** A name without width, white space, brackets around it and what stands in brackets behind it. */
function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replace(/^[“"《【[]+|[”"》】\]]+$/g, '')
    .replace(/\([^()]*\)$/, '')
}

function distinct(parties: readonly Party[]): readonly Party[] {
  return [...new Map(parties.map((party) => [keyOf(party), party])).values()]
}
