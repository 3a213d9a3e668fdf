import type { Source } from '#core/counting/condition.ts'
import type { Reading } from '#core/draft/reading.ts'
import type { FieldId } from '#core/register/field.ts'
import type { CountingHint, Register } from '#core/register/register.ts'

/**
 * A register whose records a commitment may count, with the reason: `word` of its hint stands in the commitment's `object`, is its `unit`, or stands in its
 * `text`; of a ratio's denominator: in its `base`.
 */
interface SourceSuggestion {
  readonly source: Source
  /** The field that is summed or last reported; null: records are counted. */
  readonly measure: FieldId | null
  /** The field with the day it was completed: 确定并办结. */
  readonly completion: FieldId | null
  readonly reason: { readonly word: string; readonly foundIn: Place }
}

/** What may be counted, best first: `numerator` the records themselves, `denominator` what a ratio divides by (empty where nothing is named). */
export interface SourceSuggestions {
  readonly numerator: readonly SourceSuggestion[]
  readonly denominator: readonly SourceSuggestion[]
}

type Place = 'object' | 'unit' | 'text' | 'base'

const COUNTED: ReadonlySet<Reading['kind']> = new Set(['count', 'ratio', 'trend', 'coverage', 'duration'])
const PLACES: readonly Place[] = ['unit', 'object', 'text', 'base']
const NOTHING: SourceSuggestions = { numerator: [], denominator: [] }

/**
 * Suggests the registers for a counted commitment; nothing for one that is not. `words`: the commitment's words, asked only where neither its object nor its
 * unit says anything. The longest word is the best, of equal ones the hint with a condition. A suggestion is no answer: a person confirms it.
 */
export function suggestSources(reading: Reading, words: string, registers: readonly Register[]): SourceSuggestions {
  if (!COUNTED.has(reading.kind)) return NOTHING
  const object = reading.object?.value ?? ''
  const unit = reading.unit?.value ?? ''
  const named = registers.flatMap((register) =>
    register.hints.flatMap((hint) => [
      ...found(register, hint, 'object', (word) => object.includes(word)),
      ...found(register, hint, 'unit', (word) => word === unit),
    ]),
  )
  const numerator = named.length > 0 ? named : findIn(words, 'text', registers)
  return { numerator: sorted(numerator), denominator: sorted(findIn(reading.base?.value ?? '', 'base', registers)) }
}

function findIn(text: string, place: Place, registers: readonly Register[]): readonly SourceSuggestion[] {
  return registers.flatMap((register) => register.hints.flatMap((hint) => found(register, hint, place, (word) => text.includes(word))))
}

function found(register: Register, hint: CountingHint, foundIn: Place, fits: (word: string) => boolean): readonly SourceSuggestion[] {
  const word = longest(hint.words.filter(fits))
  if (word === undefined) return []
  const { where, measure, completion } = hint
  return [{ source: { register: register.id, where }, measure, completion, reason: { word, foundIn } }]
}

function longest(words: readonly string[]): string | undefined {
  return words.toSorted((a, b) => b.length - a.length)[0]
}

function sorted(suggestions: readonly SourceSuggestion[]): readonly SourceSuggestion[] {
  const rank = ({ foundIn }: SourceSuggestion['reason']) => PLACES.indexOf(foundIn)
  return suggestions.toSorted(
    (a, b) =>
      b.reason.word.length - a.reason.word.length ||
      rank(a.reason) - rank(b.reason) ||
      Number(a.source.where === null) - Number(b.source.where === null),
  )
}
