import type { Organisation } from '#core/org/organisation.ts'
import type { Population } from '#core/roster/population.ts'
import type { Scope } from '#core/scope/scope.ts'
import type { Place } from '#core/terms/mention-names.ts'
import { type Mention, mentionsIn } from '#core/terms/mentions.ts'
import { linkField, type SuggestedSource } from '#core/terms/suggest-counting.ts'
import { clauseOf, type Wording } from '#core/terms/wording.ts'
import type { Suggested, SuggestedPart } from '#core/terms/suggestion.ts'

/** Who in the roster is meant. `source`: what is counted, whose fields join pairs and cases. */
export function suggestScope(wording: Wording, place: Place, source: SuggestedSource | null): Suggested<Scope> {
  const scope = wording.reading.scope.value
  if (wording.reading.kind === 'coverage' && scope === 'per-member') return pairs(wording, place, source) ?? members(wording, place)
  switch (scope) {
    case 'org':
      return found({ kind: 'org', org: place.own, reach: 'own' }, 'assumed', '', true)
    case 'leader':
      return leader(wording, place)
    case 'per-member':
      return members(wording, place)
    case 'per-unit':
      return units(wording, place)
    case 'pairs':
      return pairs(wording, place, source) ?? missing(clauseOf(wording))
    case 'per-case':
    case 'per-item':
      return source === null
        ? missing(clauseOf(wording))
        : found({ kind: 'record', of: source.source, link: linkField(source.register) }, 'register', source.words, false)
  }
}

/** The words where somebody may be named, nearest first: those of the commitment, those before it in the sentence, those responsible. */
function placesOf({ reading, text, before }: Wording): readonly string[] {
  return [text, before, ...reading.leaders.map(({ value }) => value), ...reading.leadOrgs.map(({ value }) => value)]
}

function leader(wording: Wording, place: Place): Suggested<Scope> {
  for (const words of placesOf(wording)) {
    const mention = mentionsIn(words, place).findLast(({ population }) => postOf(population) !== null)
    const post = mention === undefined ? null : postOf(mention.population)
    if (mention !== undefined && post !== null) return found({ kind: 'post', post }, 'roster', mention.words, true)
  }
  const held = wording.reading.leaders.flatMap(({ value }) => postsHeldBy(value, place.organisation).map((post) => ({ post, name: value })))
  const [first, ...others] = held
  return first === undefined || others.length > 0
    ? missing(clauseOf(wording))
    : found({ kind: 'post', post: first.post }, 'roster', first.name, false)
}

function postOf(population: Population): string | null {
  return population.kind === 'party' && population.party.kind === 'post' ? population.party.id : null
}

function postsHeldBy(name: string, { people, holdings }: Organisation): readonly string[] {
  const person = people.find((each) => each.name === name)
  return person === undefined ? [] : holdings.filter((each) => each.person === person.id).map(({ post }) => post)
}

function members(wording: Wording, place: Place): Suggested<Scope> {
  const { organisation } = place
  const isOfPeople = ({ population }: Mention): boolean => population.kind === 'group' && !isOfOrgs(population.group, organisation)
  for (const [index, words] of placesOf(wording).entries()) {
    const mention = mentionsIn(words, place).findLast(isOfPeople)
    if (mention !== undefined)
      return found({ kind: 'each', population: mention.population, reach: 'own' }, 'roster', mention.words, index < 2)
  }
  return missing(clauseOf(wording))
}

/** Units, unless they are only where it is done (到基层法院调研): then those who do it. */
function units(wording: Wording, place: Place): Suggested<Scope> {
  const { organisation } = place
  for (const [index, words] of placesOf(wording).entries()) {
    const mention = mentionsIn(words, place).findLast(
      ({ population, start }) =>
        !/(?:到|赴|在|向|对|深入|联系的?)$/.test(words.slice(0, start)) &&
        (population.kind === 'children' || (population.kind === 'group' && isOfOrgs(population.group, organisation))),
    )
    if (mention !== undefined)
      return found({ kind: 'each', population: mention.population, reach: 'own' }, 'roster', mention.words, index < 2)
  }
  return members(wording, place)
}

function isOfOrgs(group: string, { memberships }: Organisation): boolean {
  return memberships.some((each) => each.group === group && each.member.kind === 'org')
}

/** X与Y谈话, X听取Y汇报: who stands before the joint, and who stands behind it, in the clause that says so. Null where it names no two sides. */
function pairs(wording: Wording, place: Place, source: SuggestedSource | null): Suggested<Scope> | null {
  const words = `${wording.before.split(/[,，;；。]/).at(-1) ?? ''}${wording.text}`
  const joint = words.search(/与|同|听取|对/)
  const mentions = mentionsIn(words, place)
  const behind = mentions.filter(({ start }) => joint >= 0 && start >= joint)
  const ahead = mentions.findLast(({ end }) => end <= joint)
  const named = leader(wording, place)
  const a: Population | null =
    ahead?.population ?? (named.value?.kind === 'post' ? { kind: 'party', party: { kind: 'post', id: named.value.post } } : null)
  const b = unionOf(behind.map(({ population }) => population))
  const field = source?.register.fields.find(({ type }) => type === 'people' || type === 'orgs')?.id
  if (a === null || b === null || field === undefined) return null
  const said = [ahead?.words ?? named.parts[0]?.words ?? '', behind.map((each) => each.words).join('、')].join(' × ')
  return found({ kind: 'pairs', a, b, with: field }, 'roster', said, wording.reading.kind !== 'coverage')
}

function unionOf(populations: readonly Population[]): Population | null {
  const [first, ...others] = populations
  if (first === undefined) return null
  return others.length === 0 ? first : { kind: 'union', of: populations.slice(0, 20) }
}

function found(value: Scope, from: SuggestedPart['from'], words: string, isSure: boolean): Suggested<Scope> {
  return { value, parts: [{ part: 'scope', from, words, isSure }] }
}

function missing(words: string): Suggested<Scope> {
  return { value: null, parts: [{ part: 'scope', from: 'missing', words, isSure: false }] }
}
