import type { Condition, Source } from '#core/counting/condition.ts'
import type { Reading } from '#core/draft/reading.ts'
import type { FieldId } from '#core/register/field.ts'
import type { CountingHint, Register } from '#core/register/register.ts'
import type { SimpleMeasure } from '#core/target/measure.ts'

type Place = 'object' | 'unit' | 'text' | 'base' | 'numerator'

/**
 * A register whose records a commitment may count, and how, with the reason: `word` of its hint stands in the commitment's `object`, is its `unit`, stands in
 * its `text`; of a denominator: in its `base`, or it is all of what the `numerator` counts a part of.
 */
interface SourceSuggestion {
  readonly source: Source
  readonly measure: SimpleMeasure
  /** The field with the day it was completed: 确定并办结. */
  readonly completion: FieldId | null
  readonly reason: { readonly word: string; readonly foundIn: Place }
}

/** What may be counted, best first: `numerator` the records themselves, `denominator` what a ratio divides by (empty where it is none). */
interface SourceSuggestions {
  readonly numerator: readonly SourceSuggestion[]
  readonly denominator: readonly SourceSuggestion[]
}

/** A hint that fits, with its register and why. */
interface Fit {
  readonly register: Register
  readonly hint: CountingHint
  readonly reason: SourceSuggestion['reason']
}

const COUNTED: ReadonlySet<Reading['kind']> = new Set(['count', 'ratio', 'trend', 'coverage', 'duration'])
const PLACES: readonly Place[] = ['unit', 'object', 'text', 'base']
const DAYS = ['天', '日']

/**
 * Suggests the registers for a counted commitment; nothing for one that is not. `words`: the commitment's words, asked only where neither its object nor its
 * unit says anything. The longest word is the best, of equal ones the hint with a condition. A suggestion is no answer: a person confirms it.
 */
export function suggestSources(reading: Reading, words: string, registers: readonly Register[]): SourceSuggestions {
  if (!COUNTED.has(reading.kind)) return { numerator: [], denominator: [] }
  const unit = reading.unit?.value ?? ''
  const named = [
    ...fitsIn(registers, 'object', (word) => (reading.object?.value ?? '').includes(word)),
    ...fitsIn(registers, 'unit', (word) => word === unit),
  ]
  const fits = sorted(named.length > 0 ? named : fitsIn(registers, 'text', (word) => words.includes(word)))
  const inDays = reading.kind === 'duration' && DAYS.includes(unit)
  return { numerator: fits.map((fit) => suggestionOf(fit, inDays)), denominator: denominatorOf(reading, fits[0], registers) }
}

function fitsIn(registers: readonly Register[], foundIn: Place, fits: (word: string) => boolean): readonly Fit[] {
  return registers.flatMap((register) =>
    register.hints.flatMap((hint) => {
      const word = hint.words.filter(fits).toSorted((a, b) => b.length - a.length)[0]
      return word === undefined ? [] : [{ register, hint, reason: { word, foundIn } }]
    }),
  )
}

function sorted(fits: readonly Fit[]): readonly Fit[] {
  const rank = ({ reason }: Fit) => PLACES.indexOf(reason.foundIn)
  const isBare = ({ hint }: Fit) => Number(hint.where === null)
  return fits.toSorted((a, b) => b.reason.word.length - a.reason.word.length || rank(a) - rank(b) || isBare(a) - isBare(b))
}

function suggestionOf({ register, hint, reason }: Fit, inDays: boolean): SourceSuggestion {
  const { where, completion } = hint
  return { source: { register: register.id, where }, measure: measureOf(hint, inDays), completion, reason }
}

function measureOf({ measure, takes }: CountingHint, inDays: boolean): SimpleMeasure {
  if (measure !== null) return { kind: takes, field: measure }
  return { kind: inDays ? 'days' : 'count' }
}

function denominatorOf({ kind, base }: Reading, best: Fit | undefined, registers: readonly Register[]): readonly SourceSuggestion[] {
  if (kind !== 'ratio') return []
  const named = base === null ? [] : sorted(fitsIn(registers, 'base', (word) => base.value.includes(word)))
  if (named.length > 0) return named.map((fit) => suggestionOf(fit, false))
  return best === undefined ? [] : wholeOf(best)
}

/** All of what the numerator counts a part of: the field a share is out of, or the same records whatever their condition or completion. */
function wholeOf({ register, hint, reason }: Fit): readonly SourceSuggestion[] {
  const { where, outOf, isShare } = hint
  const whole = { completion: null, reason: { ...reason, foundIn: 'numerator' } } as const
  if (outOf !== null) return [{ ...whole, source: { register: register.id, where }, measure: { kind: 'sum', field: outOf } }]
  if (!isShare) return []
  return [{ ...whole, source: { register: register.id, where: exclusionsOf(where) }, measure: measureOf(hint, false) }]
}

/** What a condition leaves out (零报告) is left out of the whole as well. */
function exclusionsOf(where: Condition | null): Condition | null {
  if (where?.kind === 'not') return where
  const left = where?.kind === 'all' ? where.of.filter(({ kind }) => kind === 'not') : []
  return left.length > 1 ? { kind: 'all', of: left } : (left[0] ?? null)
}
