import * as z from 'zod'
import { Span } from '#core/text/span.ts'

/**
 * Why a value was implied although the text does not state it.
 * Codes, not prose: the screens and the command line word them in each language.
 */
export const Because = z.enum([
  'bare-recurrence', // 每季度通报: once per period
  'bare-number', // a number without comparator: exactly as worded
  'no-recurrence', // nothing recurs: once, or a level
  'inherited-sentence', // stands earlier in the same sentence
  'inherited-parent', // 其中: from the quantity it is part of
  'inherited-measure', // from the label lines, row or heading of the measure
  'inherited-period', // from the period of the measure or row
  'document-year', // year of the document
  'nearest-date', // year of the nearest earlier date
  'column-heading', // from the heading of the table column
  'closed-word', // 全覆盖, 清零: the word fixes the value
  'sentence-subject', // who the sentence speaks of
  'default-scope', // nobody is named: the issuing organisation
  'time-limit', // follows from the stated time limit
  'standing-words', // 长效机制, 常态化 …
  'immediate-words', // 立行立改, 即知即改 …
  'recurring', // owed again every period: 长期坚持
  'earlier-revision', // as an earlier revision of the plan has it
  'person', // decided by a person
])
export type Because = z.infer<typeof Because>

/** 短语规则: the rule of the jurisdiction through which a value was found. */
export const RuleRef = z.object({ id: z.string(), phrase: z.string() }).readonly()
export type RuleRef = z.infer<typeof RuleRef>

/** A value read from the text (`stated`, 明示) or worked out (`implied`, 推定). Only stated values carry a span; `rule`: taught by a person. */
export type Certain<T> =
  | { readonly value: T; readonly certainty: 'stated'; readonly span: Span; readonly rule?: RuleRef | undefined }
  | { readonly value: T; readonly certainty: 'implied'; readonly because: Because }

/** Zod schema of `Certain<T>` for a schema of `T`. */
export function certain<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion('certainty', [
    z.object({ value, certainty: z.literal('stated'), span: Span, rule: RuleRef.optional() }).readonly(),
    z.object({ value, certainty: z.literal('implied'), because: Because }).readonly(),
  ])
}

export function stated<T>(value: T, span: Span, rule?: RuleRef): Certain<T> {
  return rule === undefined ? { value, certainty: 'stated', span } : { value, certainty: 'stated', span, rule }
}

export function implied<T>(value: T, because: Because): Certain<T> {
  return { value, certainty: 'implied', because }
}
