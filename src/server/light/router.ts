import { signedIn } from '#server/http/implementer.ts'
import { getLightSetting } from '#server/light/get.ts'
import { setLightSetting } from '#server/light/set.ts'

const { light } = signedIn

export const lightRouter = {
  get: light.get.handler(({ context }) => getLightSetting(context)),
  set: light.set.handler(({ input, context }) => setLightSetting(context, input)),
}
