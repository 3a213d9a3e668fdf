import { signedIn } from '#server/http/implementer.ts'
import { aboutMe } from '#server/personal/about-me.ts'
import { answerObjection, listObjections, objectTo } from '#server/personal/object.ts'

const { personal } = signedIn

export const personalRouter = {
  aboutMe: personal.aboutMe.handler(({ context }) => aboutMe(context)),
  object: personal.object.handler(({ input, context }) => objectTo(context, input)),
  objections: personal.objections.handler(async ({ context }) => ({ items: await listObjections(context) })),
  answer: personal.answer.handler(({ input, context }) => answerObjection(context, input)),
}
