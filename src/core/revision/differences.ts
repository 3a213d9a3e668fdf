import * as z from 'zod'
import type { Reading } from '#core/draft/reading.ts'
import type { Item } from '#core/revision/item.ts'

/** In what two readings of one commitment differ: wording 文字, target 量化目标, rhythm 频次, due 时限, scope 适用范围, responsibility 责任, nature 类型, kind 性质. */
export const Difference = z.enum(['wording', 'kind', 'target', 'rhythm', 'due', 'scope', 'responsibility', 'nature'])
export type Difference = z.infer<typeof Difference>

/** Which parts of a reading each difference is about. */
const partsOf = {
  wording: [],
  kind: ['kind'],
  target: ['comparator', 'value', 'upper', 'unit', 'object', 'base', 'modality'],
  rhythm: ['period'],
  due: ['deadline', 'deadlineText'],
  scope: ['scope'],
  responsibility: ['leaders', 'leadOrgs', 'supportingOrgs', 'owners'],
  nature: ['nature'],
} as const satisfies Record<Difference, readonly (keyof Reading)[]>

/** What differs between the words and readings of one commitment in two documents, numbers and signs written otherwise not. */
export function differencesBetween(old: Item, next: Item): readonly Difference[] {
  return Difference.options.filter((difference) =>
    difference === 'wording'
      ? isWordedOtherwise(old, next)
      : partsOf[difference].some((part) => !sameValue(valueOf(old.read.reading[part]), valueOf(next.read.reading[part]))),
  )
}

/** In the same sentence the same words are the same, whatever else is read in it. */
function isWordedOtherwise(old: Item, next: Item): boolean {
  return old.own !== next.own && !(old.sentence === next.sentence && old.core === next.core)
}

/** What a part of a reading says, without where it was read. */
export function valueOf(part: Reading[keyof Reading]): unknown {
  if (Array.isArray(part)) return part.map((each) => each.value)
  return part !== null && typeof part === 'object' && 'value' in part ? part.value : part
}

/** Whether two parts say the same: other blanks in words of the document make no difference. */
export function sameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(one)?.replaceAll(/\s/g, '') === JSON.stringify(other)?.replaceAll(/\s/g, '')
}
