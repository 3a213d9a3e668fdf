import type { Commitment } from '#core/commitment/commitment.ts'
import type { Comparator, Reading } from '#core/draft/reading.ts'
import { Decimal } from '#core/quantity/decimal.ts'
import { add, rationalOf, subtract, toDecimal } from '#core/quantity/rational.ts'
import type { Measure, Target } from '#core/target/measure.ts'
import { type Definition, known, open, type Part } from '#core/terms/definition.ts'

type Said = Pick<Commitment, 'reading' | 'basis'>

const one = Decimal.parse('1')

/**
 * 量化目标 of a reading. count → count (or as defined: distinct, sum); duration → days, or the field defined; ratio → as defined; trend → change; coverage →
 * coverage or ratio as defined, or at least one for each of those it holds for; 清零 → count ≤ 0; deadline, achieved → achieved. Null where it needs a definition.
 */
export function targetOf(said: Said, definition: Definition): Part<Target> | null {
  const { reading } = said
  switch (reading.kind) {
    case 'undefined':
      return null
    case 'achieved':
    case 'deadline':
      return known({ measure: { kind: 'achieved' }, comparator: '>=', value: one, upper: null, unit: '项', isExact: false })
    case 'count':
      return numbered(said, definition, definition.measure ?? { kind: 'count' })
    case 'duration':
      return numbered(said, definition, definition.measure ?? (isDays(reading) ? { kind: 'days' } : null))
    case 'ratio':
      return numbered(said, definition, definition.measure)
    case 'coverage':
      return coverage(said, definition)
    case 'trend':
      return trend(said, definition)
  }
}

function isDays({ unit }: Reading): boolean {
  return unit?.value === '天' || unit?.value === '日'
}

function coverage(said: Said, definition: Definition): Part<Target> | null {
  const { value, unit } = said.reading
  if (value?.value === '0')
    return known(
      targetWith({ measure: { kind: 'count' }, comparator: '<=', value: Decimal.parse('0'), unit: unit?.value ?? '件' }, definition),
    )
  if (definition.measure !== null) return numbered(said, definition, definition.measure)
  const isForEach = definition.scope !== null && definition.scope.kind !== 'org' && definition.scope.kind !== 'post'
  return isForEach
    ? known(targetWith({ measure: { kind: 'count' }, comparator: '>=', value: one, unit: '次' }, definition))
    : open('population')
}

function trend(said: Said, definition: Definition): Part<Target> | null {
  const { measure } = definition
  if (measure?.kind !== 'change') return open('base-period')
  const { reading } = said
  const change = reading.comparator === null ? undefined : CHANGES[reading.comparator.value]
  if (reading.comparator === null || change === undefined) return numbered(said, definition, measure)
  const plain = { ...said, reading: { ...reading, comparator: { ...reading.comparator, value: change.comparator } } }
  return numbered(plain, definition, { ...measure, direction: change.direction })
}

interface Change {
  readonly direction: Extract<Measure, { readonly kind: 'change' }>['direction']
  readonly comparator: Comparator
}

/** What a comparator of a trend says of the direction and of the amount of the change. */
const CHANGES: Partial<Record<Comparator, Change>> = {
  'decrease>=': { direction: 'decrease', comparator: '>=' },
  'decrease=': { direction: 'decrease', comparator: '=' },
  'increase>=': { direction: 'increase', comparator: '>=' },
  'increase=': { direction: 'increase', comparator: '=' },
  'increase<=': { direction: 'increase', comparator: '<=' },
}

function numbered(said: Said, definition: Definition, measure: Measure | null): Part<Target> | null {
  const { comparator, value, upper, unit } = said.reading
  if (value === null) return null
  if (measure === null) return open('measure')
  const number = Decimal.safeParse(value.value)
  if (!number.success) return null
  const base = { measure, value: number.data, unit: unit?.value ?? '' }
  switch (comparator?.value) {
    case undefined:
      return known(targetWith({ ...base, comparator: '=' }, definition))
    case '~':
      return about(said, base, definition)
    case 'range': {
      const end = Decimal.safeParse(upper?.value)
      return end.success ? known(targetWith({ ...base, comparator: 'range', upper: end.data }, definition)) : null
    }
    case '>=':
    case '<=':
    case '=':
    case '>':
    case '<':
      return known(targetWith({ ...base, comparator: comparator.value }, definition))
    case 'decrease>=':
    case 'decrease=':
    case 'increase>=':
    case 'increase=':
    case 'increase<=':
      return open('base-period')
  }
}

/** 左右: from value − tolerance to value + tolerance. */
function about({ basis }: Said, base: Pick<Target, 'measure' | 'value' | 'unit'>, definition: Definition): Part<Target> {
  const answer = basis.findLast(({ code }) => code === 'tolerance')?.answer.split(' ')[0]
  const tolerance = Decimal.safeParse(answer)
  if (!tolerance.success) return open('tolerance')
  const [value, by] = [rationalOf(base.value), rationalOf(tolerance.data)]
  const [from, to] = [toDecimal(subtract(value, by), 6, 'half-up'), toDecimal(add(value, by), 6, 'half-up')]
  return known(targetWith({ ...base, comparator: 'range', value: from, upper: to }, definition))
}

function targetWith(target: Omit<Target, 'isExact' | 'upper'> & { readonly upper?: Decimal }, { isExact }: Definition): Target {
  return { upper: null, isExact, ...target }
}
