import { checkCondition } from '#core/counting/check-condition.ts'
import type { Source } from '#core/counting/condition.ts'
import type { Counting } from '#core/counting/counting.ts'
import type { Field, FieldId, RegisterId } from '#core/register/field.ts'
import type { Register } from '#core/register/register.ts'
import type { Party } from '#core/roster/party.ts'
import type { Population } from '#core/roster/population.ts'
import type { Measure } from '#core/target/measure.ts'
import type { Definition } from '#core/terms/definition.ts'

/** What is wrong with a definition: a register, field, choice, party or group there is not, or a field of another type. */
export interface DefinitionFault {
  readonly code: 'no-such-register' | 'no-such-field' | 'not-for-this-type' | 'no-such-option' | 'unknown-party' | 'unknown-group'
  readonly params: Readonly<Record<string, string>>
}

/** What a definition is held to: the registers there are, and whom the roster knows. */
export interface DefinitionContext {
  readonly registers: ReadonlyMap<RegisterId, Register>
  readonly isKnown: (party: Party) => boolean
  readonly isGroup: (group: string) => boolean
}

/** Holds a definition to the registers and the roster: what its schema cannot see. Empty where it is sound. */
export function checkDefinition(definition: Definition, context: DefinitionContext): readonly DefinitionFault[] {
  const { org, scope, measure, counting, event } = definition
  const sources = [...countingsOf(counting, measure).flatMap(sourcesOf), ...(event === null ? [] : [event])]
  const link = scope?.kind === 'pairs' ? scope.with : scope?.kind === 'record' ? scope.link : null
  const counted = counting?.sources ?? []
  return [
    ...checkParty({ kind: 'org', id: org }, context),
    ...sources.flatMap((source) => checkSource(source, context)),
    ...countingsOf(counting, measure).flatMap(({ sources: of }) =>
      of.flatMap((source) => (source.link === undefined ? [] : checkField(source.link, [source], ['commitments'], context))),
    ),
    ...(scope?.kind === 'record' ? checkSource(scope.of, context) : []),
    ...(scope?.kind === 'org' ? checkParty({ kind: 'org', id: scope.org }, context) : []),
    ...(scope?.kind === 'post' ? checkParty({ kind: 'post', id: scope.post }, context) : []),
    ...populationsIn(definition).flatMap((population) => checkPopulation(population, context)),
    ...(link === null ? [] : checkField(link, counted, scope?.kind === 'pairs' ? ['people', 'orgs'] : ['record', 'text'], context)),
    ...countingsOf(counting, measure).flatMap(({ completion, sources: of }) =>
      completion === null ? [] : checkField(completion.field, of, ['day', 'days'], context),
    ),
    ...(measure === null ? [] : fieldsOf(measure).flatMap(([field, types]) => checkField(field, counted, types, context))),
  ]
}

function countingsOf(counting: Counting | null, measure: Measure | null): readonly Counting[] {
  const sides = measure?.kind === 'ratio' ? [measure.numerator.counting, measure.denominator.counting] : []
  return [counting, ...sides].filter((each) => each !== null)
}

function sourcesOf({ sources, before }: Counting): readonly Source[] {
  return before === null ? sources : [...sources, before]
}

function checkSource({ register, where }: Source, { registers }: DefinitionContext): readonly DefinitionFault[] {
  const found = registers.get(register)
  if (found === undefined) return [{ code: 'no-such-register', params: { register } }]
  const faults = where === null ? [] : checkCondition(where, found.fields)
  return faults.map(({ code, field, params }) => ({ code, params: { register, field, ...params } }))
}

type Types = readonly Field['type'][]

const NUMBERS: Types = ['number', 'decimal']
const PARTIES: Types = ['people', 'orgs']

/** The fields a measure reads of its own sources, with the types they may have. Sides of a ratio with rules of their own are held to nothing here. */
function fieldsOf(measure: Measure): readonly (readonly [FieldId, Types])[] {
  switch (measure.kind) {
    case 'count':
    case 'achieved':
    case 'days':
      return []
    case 'sum':
    case 'latest':
      return [[measure.field, NUMBERS]]
    case 'distinct':
      return [[measure.field, ['choice', 'text', 'record', ...PARTIES]]]
    case 'coverage':
      return measure.field === null ? [] : [[measure.field, PARTIES]]
    case 'change':
      return fieldsOf(measure.of)
    case 'ratio':
      return [measure.numerator, measure.denominator].flatMap((side) => (side.counting === null ? fieldsOf(side.measure) : []))
  }
}

/** At least one register that is counted must have the field, and each that has it must have it in a type that serves. */
function checkField(
  field: FieldId,
  sources: readonly Source[],
  types: Types,
  { registers }: DefinitionContext,
): readonly DefinitionFault[] {
  const found = sources.flatMap(({ register }) => registers.get(register)?.fields.filter(({ id }) => id === field) ?? [])
  if (found.length === 0) return [{ code: 'no-such-field', params: { field } }]
  return found.flatMap(({ type }) => (types.includes(type) ? [] : [{ code: 'not-for-this-type', params: { field, type } }]))
}

function populationsIn({ scope, measure }: Definition): readonly Population[] {
  const scoped = scope?.kind === 'each' ? [scope.population] : scope?.kind === 'pairs' ? [scope.a, scope.b] : []
  return measure?.kind === 'coverage' ? [...scoped, measure.population] : scoped
}

function checkPopulation(population: Population, context: DefinitionContext): readonly DefinitionFault[] {
  switch (population.kind) {
    case 'party':
      return checkParty(population.party, context)
    case 'group':
      return context.isGroup(population.group) ? [] : [{ code: 'unknown-group', params: { group: population.group } }]
    case 'children':
      return checkParty({ kind: 'org', id: population.org }, context)
    case 'headsOf':
      return []
    case 'union':
      return population.of.flatMap((each) => checkPopulation(each, context))
  }
}

function checkParty(party: Party, { isKnown }: DefinitionContext): readonly DefinitionFault[] {
  return isKnown(party) ? [] : [{ code: 'unknown-party', params: { kind: party.kind, party: party.id } }]
}
