import { oc } from '@orpc/contract'
import * as z from 'zod'
import { CONFLICT, FORBIDDEN } from '#contract/errors.ts'
import { Thresholds } from '#core/light/light.ts'

/** When lights change in a jurisdiction. `version` 0: as the program brings it. */
const LightSettingView = z.object({ version: z.number().int(), thresholds: Thresholds }).readonly()

export const light = {
  /** The thresholds that hold. */
  get: oc.route({ method: 'GET', path: '/lights', summary: '灯色阈值', tags: ['light'] }).output(LightSettingView),
  /** Sets them; all lights follow at once. `version`: the one that was seen. */
  set: oc
    .route({ method: 'PUT', path: '/lights', summary: '调整灯色阈值', tags: ['light'] })
    .errors({ FORBIDDEN, CONFLICT })
    .input(z.strictObject({ version: z.number().int(), thresholds: Thresholds }))
    .output(LightSettingView),
}
