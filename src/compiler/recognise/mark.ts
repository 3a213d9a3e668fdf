import type { RuleRef } from '#core/text/certain.ts'
import type { Extent } from '#compiler/source/sentence.ts'
import type { Period } from '#core/draft/reading.ts'

/** What the grammar found at one place of a sentence. Marks never overlap; they come in text order. */
export type Mark = NameMark | DateMark | LimitMark | PeriodMark | CoverageMark | QuantityMark

/** Words whose numbers mean nothing by themselves: named formulas, titles of documents, ordinals, telephone numbers, quotations. */
export interface NameMark extends Extent {
  readonly type: 'name'
}

/**
 * A date. `by`: a limit (6月底前, 上半年, 到2027年); `in`: a time something happens in (2026年, 3月份); `from`: a start (自…起); `asOf`: 截至;
 * `old`: a limit that no longer holds (原定…); `base`: what a change is
 * measured against (比2025年). `year` is null where none is written.
 */
export interface DateMark extends Extent {
  readonly type: 'date'
  readonly edge: 'by' | 'in' | 'from' | 'asOf' | 'old' | 'base'
  readonly year: number | null
  /** 今年, 明年 in place of a year: years after the document's. */
  readonly yearsOn: 0 | 1 | null
  readonly month: number
  /** Day of the month; null: the month's last day. */
  readonly day: number | null
  /** What is written out: a whole year, part of it, a month, a day. */
  readonly grain: 'year' | 'half' | 'quarter' | 'month' | 'day'
  /** The date without 在, 于, 到 before it. */
  readonly words: Extent
}

/** A limit counted from an event: 收到之日起5个工作日内. */
export interface LimitMark extends Extent {
  readonly type: 'limit'
  readonly value: string
  readonly unit: string
  readonly number: Extent
}

/**
 * A recurrence or a window. `each`: promises something each time (每季度, 按月, 月度排查); `label`: only says when (年度, 全年, 年内);
 * `times`: says the number of times as well (半年一次 is a quantity instead).
 */
export interface PeriodMark extends Extent {
  readonly type: 'period'
  readonly style: 'each' | 'label'
  readonly period: Period
  /** The period word alone, without the day it falls on (每月25日前 → 每月). */
  readonly word: Extent
  /** The recurring day, where one is written: 每月25日前. */
  readonly by: Extent | null
  /** The rule a person has taught, where it was found through one. */
  readonly rule?: RuleRef
}

/** A word that fixes its value: 全覆盖 (100 %), 清零 (0 件). */
export interface CoverageMark extends Extent {
  readonly type: 'coverage'
  readonly value: '100' | '0'
  readonly unit: '%' | '件'
}

/** A number with a unit. `number` covers the digits (with %), `upper` the far end of a range. */
export interface QuantityMark extends Extent {
  readonly type: 'quantity'
  readonly value: string
  readonly upper: string | null
  readonly unit: string
  readonly number: Extent
  /** Where the unit stands; empty in 百分之九十. */
  readonly unitWords: Extent
  /** 余, 多 after the number: an estimate, as statistics have it. */
  readonly isAbout: boolean
  /** Written as one Chinese numeral (一, 三), which names and idioms are full of. */
  readonly inWords: boolean
  /** The window written behind it: 4次/年. */
  readonly per: Period | null
  /** The rule a person has taught, where its unit was found through one. */
  readonly rule?: RuleRef
}

/** A recogniser reads one concept from the text of a sentence. It may rely on the earlier ones having claimed their text. */
export type Recogniser = (text: string) => Mark[]
