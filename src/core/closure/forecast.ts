import { type ClosureLevel, type ClosureStanding, notAsked } from '#core/closure/closure.ts'
import { type Panel, type Turn, turnOf } from '#core/closure/panel.ts'

/** What a request made now would meet at one level. */
export interface Forecast {
  readonly level: ClosureLevel
  readonly turn: Turn
}

/** 预览: whose turn it would be at each level. Who alone can decide at one level will have, and decides at no later one. */
export function forecast(panel: Panel): readonly Forecast[] {
  let earlier: readonly string[] = []
  return panel.levels.map((level, index) => {
    const standing: ClosureStanding = { ...notAsked, state: 'requested', level: index, earlier }
    const turn = turnOf(standing, panel)
    if ('accounts' in turn && (turn.accounts.length === 1 || level.mode === 'all')) earlier = [...earlier, ...turn.accounts]
    return { level, turn }
  })
}
