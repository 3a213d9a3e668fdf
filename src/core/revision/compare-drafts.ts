import * as z from 'zod'
import { alignClauses } from '#core/revision/align-clauses.ts'
import { pairItems, pairSame } from '#core/revision/align-items.ts'
import { Difference, differencesBetween } from '#core/revision/differences.ts'
import { itemsOf } from '#core/revision/item.ts'
import { emptyPairing } from '#core/revision/pairing.ts'
import type { Side } from '#core/revision/side.ts'

/** 保留, 有变化, 新增, 不再列. */
export const PairKind = z.enum(['kept', 'changed', 'new', 'gone'])
export type PairKind = z.infer<typeof PairKind>

/** A commitment of the old document and what it is in the new one, by id. `isMoved`: it hangs on another clause; a number alone is no change. */
export const Pair = z
  .object({
    kind: PairKind,
    old: z.string().nullable(),
    next: z.string().nullable(),
    differences: z.array(Difference).readonly(),
    isMoved: z.boolean(),
  })
  .readonly()
export type Pair = z.infer<typeof Pair>

/** What a new document changes. `pairs`: in the order of the new one, what is gone behind what it stood behind. `clauses`: of the old ones those that are still there, by id. */
export const Comparison = z
  .object({
    pairs: z.array(Pair).readonly(),
    clauses: z.array(z.tuple([z.string(), z.string()]).readonly()).readonly(),
  })
  .readonly()
export type Comparison = z.infer<typeof Comparison>

/** 比对: which commitments of two documents are the same, and what has changed. Deterministic; moved and renumbered ones are found. */
export function compareDrafts(old: Side, next: Side): Comparison {
  const [olds, news] = [itemsOf(old), itemsOf(next)]
  const pairing = emptyPairing(olds.length, news.length)
  const known = emptyPairing(olds.length, news.length)
  pairSame(known, olds, news)
  const clauses = alignClauses(old, next, { old: olds, next: news, pairing: known })
  pairItems(pairing, olds, news, clauses)
  const found = news.map((item, at): Pair => {
    const from = olds[pairing.toOld[at] ?? -1]
    if (from === undefined) return { kind: 'new', old: null, next: item.read.id, differences: [], isMoved: false }
    const differences = differencesBetween(from, item)
    const isMoved = clauses.toNew[from.clause] !== item.clause
    return { kind: differences.length > 0 ? 'changed' : 'kept', old: from.read.id, next: item.read.id, differences, isMoved }
  })
  const behind = new Map<number, Pair[]>()
  let last = -1
  for (const [at, item] of olds.entries()) {
    const to = pairing.toNew[at] ?? -1
    if (to !== -1) last = to
    else behind.set(last, [...(behind.get(last) ?? []), { kind: 'gone', old: item.read.id, next: null, differences: [], isMoved: false }])
  }
  return {
    pairs: [...(behind.get(-1) ?? []), ...found.flatMap((each, at) => [each, ...(behind.get(at) ?? [])])],
    clauses: [...clauses.toNew].flatMap((to, from) => {
      const [one, other] = [old.clauses[from], next.clauses[to]]
      return one === undefined || other === undefined ? [] : [[one.id, other.id] as const]
    }),
  }
}
