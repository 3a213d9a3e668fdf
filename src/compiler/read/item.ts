import type { DateMark, LimitMark, Mark, PeriodMark, QuantityMark } from '#compiler/recognise/mark.ts'
import type { Extent, Sentence } from '#compiler/source/sentence.ts'
import type { PassageRole } from '#compiler/outline/outline.ts'
import type { Comparator, Period, ReadingKind, Scope } from '#core/draft/reading.ts'
import type { Taught } from '#compiler/taught/taught.ts'
import type { Because, RuleRef } from '#core/text/certain.ts'

/** A value with the words that state it, or the reason it was implied. `rule`: those words were taught. */
export type Found<T> =
  | { readonly value: T; readonly words: Extent; readonly rule?: RuleRef | undefined }
  | { readonly value: T; readonly because: Because }

/** The date that governs an item. `words` null: it stands in another part or sentence and is inherited. */
export interface GoverningDate {
  readonly mark: DateMark
  readonly text: string
  readonly words: Extent | null
  /** It stands in a heading and holds for all below it. */
  readonly isHeading: boolean
  /** It ends a stage of the plan: what is to be reached by then has a number, levels do not. */
  readonly countsOnly?: boolean
}

/** A promise of a sentence while it is being read. */
export interface Item {
  readonly mark: Mark
  /** Index of the sentence's part it stands in. */
  readonly part: number
  readonly kind: Exclude<ReadingKind, 'achieved' | 'undefined'>
  readonly anchor: Extent
  readonly extent: Extent
  readonly comparator: Found<Comparator>
  /** Whether words compare, so that the number is a target and no mere statement. */
  readonly isCompared: boolean
  readonly value: Found<string> | null
  readonly upper: Found<string> | null
  readonly unit: Found<string> | null
  readonly period: Found<Period> | null
  readonly date: GoverningDate | null
  readonly limit: Extent | null
  readonly scope: Found<Scope> | null
  readonly object: Extent | null
  readonly base: Extent | null
  readonly modality: { readonly value: 'striving' | 'in-principle'; readonly words: Extent } | null
  /** 其中: the item of the same sentence it is part of. */
  readonly partOf: Item | null
}

/** Why a number was left out of the ledger. */
export type Omission = 'history' | 'condition' | 'qualifier' | 'score' | 'subsidy' | 'start' | 'wording' | 'not-promised'

/** A number that was read and left out, with the reason. */
interface Omitted {
  readonly extent: Extent
  readonly why: Omission
}

/** One sentence with what was found in it so far; the refiners pass it on. */
export interface Draughted {
  readonly sentence: Sentence
  readonly role: PassageRole
  readonly marks: readonly Mark[]
  readonly items: readonly Item[]
  readonly omitted: readonly Omitted[]
  readonly before: Before
}

/** What is known before a sentence: the date its paragraph opens with (到2025年), the year of the document. */
export interface Before {
  readonly headDate: GoverningDate | null
  /** Whether the sentence before told of the past to its end: bare numbers go on telling. */
  readonly toldPast: boolean
  readonly documentYear: number | null
  /** For whom the heading above says all holds: 党组书记第一责任, 班子成员“一岗双责”. */
  readonly headScope?: Scope | null
  /** What people have taught. */
  readonly taught?: Taught
}

/** A refiner improves what was found in one sentence: leaves out, relates, adds. Order matters. */
export type Refiner = (draught: Draughted) => Draughted

export function isPeriod(mark: Mark): mark is PeriodMark {
  return mark.type === 'period'
}
export function isDate(mark: Mark): mark is DateMark {
  return mark.type === 'date'
}
export function isQuantity(mark: Mark): mark is QuantityMark {
  return mark.type === 'quantity'
}
export function isLimit(mark: Mark): mark is LimitMark {
  return mark.type === 'limit'
}
