import { abandonable } from '#core/draw/decisions.ts'
import type { Draw } from '#core/draw/draw.ts'
import { act, type Caller, type Seen } from '#server/draw/act.ts'
import { accepted } from '#server/plan/accepted.ts'

/** 终止抽取: it stays in the list with the reason, so that nobody draws until they like the result unseen. */
export async function abandon(context: Caller, input: Seen & { readonly reason: string }): Promise<Draw> {
  return act(context, input, { verb: 'draw.abandon', permission: 'draw:run' }, async ({ state }) => {
    const abandoned = accepted(abandonable(state, input.reason))
    return { set: { state: 'abandoned', abandoned }, before: { state }, after: { abandoned } }
  })
}
