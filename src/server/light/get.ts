import { type LightSetting, loadLightSetting } from '#server/light/load.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 灯色阈值 of the jurisdiction. */
export async function getLightSetting(context: Context): Promise<LightSetting> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('light:read')
    return loadLightSetting(tx, actor.jurisdictionId)
  })
}
