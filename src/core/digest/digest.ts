import * as z from 'zod'
import { Day } from '#core/day/day.ts'

/**
 * What a digest tells of, in its order: to decide (`decide`), handed out and to be confirmed (`confirm`), to answer, sent back, answered, reminded of, late, due soon,
 * progress to tell of the quarter (`progress`), begun since the last one (`begun`).
 */
const digestKinds = ['decide', 'confirm', 'answer', 'returned', 'answered', 'reminded', 'late', 'soon', 'progress', 'begun'] as const
export const DigestKind = z.enum(digestKinds)
export type DigestKind = z.infer<typeof DigestKind>

/** One thing: its number in the plan or the name of its register, the day that counts for it, and where it is shown. Never a sentence or a name. */
export const DigestItem = z.object({ ref: z.string(), on: Day.nullable(), path: z.string() }).readonly()
export type DigestItem = z.infer<typeof DigestItem>

/** What there is of one kind; `items`: the first of them. */
export const DigestSection = z.object({ kind: DigestKind, count: z.number().int(), items: z.array(DigestItem).readonly() }).readonly()
export type DigestSection = z.infer<typeof DigestSection>

/** So many of each kind are named; the rest is counted. */
const NAMED = 8

/** 每日提要: what there is of each kind, each thing once; kinds without anything are left out. */
export function digestOf(found: Readonly<Partial<Record<DigestKind, readonly DigestItem[]>>>): readonly DigestSection[] {
  return digestKinds.flatMap((kind) => {
    const items = [...new Map((found[kind] ?? []).map((item) => [`${item.ref} ${item.path}`, item])).values()]
    return items.length === 0 ? [] : [{ kind, count: items.length, items: items.slice(0, NAMED) }]
  })
}

/** Whether it is time: the hour has come on a work day. A program that stood still sends once, for the day on which it runs again. */
export function isDigestTime({ hour, isWorkDay }: { readonly hour: number; readonly isWorkDay: boolean }, setHour: number): boolean {
  return isWorkDay && hour >= setHour
}

/** So often a message that could not be handed over is tried. */
const MOST_ATTEMPTS = 6
const FIRST_PAUSE_MINUTES = 5

/** After how many minutes a message that failed is tried again: 5, 10, 20 …; null: no more today. */
export function pauseAfter(attempts: number): number | null {
  return attempts >= MOST_ATTEMPTS ? null : FIRST_PAUSE_MINUTES * 2 ** Math.max(0, attempts - 1)
}
