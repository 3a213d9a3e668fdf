import type { Condition, Source } from '#core/counting/condition.ts'
import type { Counting } from '#core/counting/counting.ts'
import type { Organisation } from '#core/org/organisation.ts'
import type { Decimal } from '#core/quantity/decimal.ts'
import type { Field } from '#core/register/field.ts'
import type { Register } from '#core/register/register.ts'
import type { Definition } from '#core/terms/definition.ts'

export type Leaf = Exclude<Condition, { kind: 'all' | 'any' | 'not' }>

/** One line of a condition: a part that holds, or must not; `whole` where it is compound. */
export type ConditionLine =
  | { readonly kind: 'leaf'; readonly leaf: Leaf; readonly isNot: boolean }
  | { readonly kind: 'whole'; readonly of: Condition }

/** A condition as lines that must all hold. */
export function linesOf(where: Condition | null): readonly ConditionLine[] {
  if (where === null) return []
  return where.kind === 'all' ? where.of.map(lineOf) : [lineOf(where)]
}

function lineOf(condition: Condition): ConditionLine {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return { kind: 'whole', of: condition }
    case 'not': {
      const inner = lineOf(condition.of)
      return inner.kind === 'leaf' && !inner.isNot ? { ...inner, isNot: true } : { kind: 'whole', of: condition }
    }
    case 'one-of':
    case 'yes':
    case 'number':
    case 'day':
    case 'filled':
    case 'covers':
      return { kind: 'leaf', leaf: condition, isNot: false }
  }
}

/** Lines as a condition; null where there are none. */
export function conditionOf(lines: readonly ConditionLine[]): Condition | null {
  const parts = lines.map((line): Condition => (line.kind === 'whole' ? line.of : line.isNot ? { kind: 'not', of: line.leaf } : line.leaf))
  const [first, ...others] = parts
  if (first === undefined) return null
  return others.length === 0 ? first : { kind: 'all', of: parts }
}

/** What a field is asked first. */
export function leafFor(field: Field): Leaf {
  switch (field.type) {
    case 'choice':
      return { kind: 'one-of', field: field.id, values: field.options.slice(0, 1) }
    case 'yes-no':
      return { kind: 'yes', field: field.id, value: true }
    case 'number':
    case 'decimal':
      return { kind: 'number', field: field.id, comparator: '>=', value: ONE }
    case 'text':
    case 'day':
    case 'days':
    case 'people':
    case 'orgs':
    case 'record':
    case 'commitments':
      return { kind: 'filled', field: field.id }
  }
}

const ONE = decimalOf('1')

function decimalOf(text: string): Decimal {
  if (!isDecimal(text)) throw new Error(text)
  return text
}

export function isDecimal(text: string): text is Decimal {
  return /^-?\d{1,15}(\.\d{1,6})?$/.test(text)
}

/** A rule that counts every submitted record of a register. */
export function countingOf(register: Register): Counting {
  return {
    sources: [{ register: register.id, where: null }],
    mode: 'any',
    needs: 'submitted',
    completion: null,
    since: 'period',
    within: null,
    notWith: [],
    before: null,
  }
}

/** The org at the top, of which a plan is. */
export function topOrg({ orgs, terms }: Organisation): string {
  const top = new Set(terms.filter(({ parent }) => parent === null).map(({ org }) => org))
  return orgs.find(({ id }) => top.has(id))?.id ?? ''
}

export function blank(organisation: Organisation): Definition {
  return { org: topOrg(organisation), scope: null, measure: null, counting: null, event: null, midPeriod: null, isExact: false, waived: [] }
}

/** The fields of the registers that sources name, of some types, each once. */
export function fieldsOf(sources: readonly Source[], registers: readonly Register[], types: readonly Field['type'][]): readonly Field[] {
  const found = sources.flatMap(({ register }) => registers.find(({ id }) => id === register)?.fields ?? [])
  return [...new Map(found.filter(({ type }) => types.includes(type)).map((field) => [field.id, field])).values()]
}

/** A list with one entry replaced, or without it where `value` is null. */
export function replaced<T>(list: readonly T[], at: number, value: T | null): readonly T[] {
  return list.flatMap((each, index) => (index === at ? (value === null ? [] : [value]) : [each]))
}
