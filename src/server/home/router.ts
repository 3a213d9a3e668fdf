import { getHome } from '#server/home/get.ts'
import { signedIn } from '#server/http/implementer.ts'

export const homeRouter = {
  get: signedIn.home.get.handler(({ input, context }) => getHome(context, input)),
}
