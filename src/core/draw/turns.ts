import type { DrawState } from '#core/draw/draw.ts'
import { accept, type Outcome, refuse } from '#core/outcome/outcome.ts'

/**
 * What is done to a draw as a whole: its population is frozen, parties give to the seed, which then follows (`settle`), the order is worked out (`rank`), an item
 * is judged or replaced, the population grows, or all of it is given up.
 */
export type DrawAct = 'freeze' | 'give' | 'settle' | 'rank' | 'judge' | 'replace' | 'grow' | 'abandon'

/** The whole table: what may be done in a state, and which state follows. What does not stand here is refused. */
const TURNS: Readonly<Record<DrawState, Readonly<Partial<Record<DrawAct, DrawState>>>>> = {
  draft: { freeze: 'frozen', abandon: 'abandoned' },
  frozen: { give: 'frozen', settle: 'drawing', abandon: 'abandoned' },
  drawing: { rank: 'drawn', abandon: 'abandoned' },
  drawn: { judge: 'drawn', replace: 'drawn', grow: 'drawing' },
  abandoned: {},
}

/** The state that follows; refused where the act has no place in this one. */
export function drawTurn(state: DrawState, act: DrawAct): Outcome<DrawState, 'draw-state'> {
  const next = TURNS[state][act]
  return next === undefined ? refuse('draw-state', { state }) : accept(next)
}
