import type { DrawItem, DrawState } from '#core/draw/draw.ts'
import { type DrawRule, sampleSize } from '#core/draw/rule.ts'
import { drawTurn } from '#core/draw/turns.ts'
import { accept, type Outcome, refuse } from '#core/outcome/outcome.ts'

const SHORTEST_REASON = 10

/** Whether a draw may be frozen: its list was read and nothing is frozen yet; of no stratum more is asked than it holds. */
export function freezable(
  state: DrawState,
  rule: DrawRule,
  strata: Readonly<Record<string, number>>,
): Outcome<DrawRule, 'draw-state' | 'draw-too-large'> {
  const turn = drawTurn(state, 'freeze')
  if (!turn.ok) return turn
  const small = Object.entries(strata).find(([, size]) => rule.kind === 'count' && sampleSize(rule, size) < rule.count)
  return small === undefined || rule.kind !== 'count'
    ? accept(rule)
    : refuse('draw-too-large', { stratum: small[0], size: String(small[1]), asked: String(rule.count) })
}

/** Whether the seed may be made: the population is frozen, and the journal sealed that before anybody gave anything to the seed. */
export function seedable(state: DrawState, isSealed: boolean): Outcome<true, 'draw-state' | 'not-sealed-yet'> {
  const turn = drawTurn(state, 'give')
  if (!turn.ok) return turn
  return isSealed ? accept(true) : refuse('not-sealed-yet')
}

/** Whether a draw may be given up: not once it is drawn, and only with a reason. */
export function abandonable(state: DrawState, reason: string): Outcome<string, 'draw-state' | 'reason-too-short'> {
  const turn = drawTurn(state, 'abandon')
  if (!turn.ok) return turn
  return reason.length < SHORTEST_REASON ? refuse('reason-too-short', { fewest: String(SHORTEST_REASON) }) : accept(reason)
}

/** 替换: who comes in the place of a drawn item: the next in the order of its stratum. `items`: of the draw. */
export function replacement(
  items: readonly DrawItem[],
  id: string,
  reason: string,
): Outcome<DrawItem, 'not-drawn' | 'already-judged' | 'reason-too-short' | 'nothing-left'> {
  const item = items.find((each) => each.id === id && each.state === 'drawn')
  if (item === undefined) return refuse('not-drawn', { id })
  if (item.outcome !== null) return refuse('already-judged', { id })
  if (reason.length < SHORTEST_REASON) return refuse('reason-too-short', { fewest: String(SHORTEST_REASON) })
  const next = items
    .filter(({ stratum, state }) => state === 'spare' && stratum === item.stratum)
    .toSorted((a, b) => (a.rank < b.rank ? -1 : 1))[0]
  return next === undefined ? refuse('nothing-left', { id }) : accept(next)
}
