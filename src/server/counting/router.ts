import { defineCounting } from '#server/counting/define.ts'
import { countingView, getCounting } from '#server/counting/get.ts'
import { ruleByHand } from '#server/counting/rule.ts'
import { signedIn } from '#server/http/implementer.ts'

const { counting } = signedIn

export const countingRouter = {
  get: counting.get.handler(({ input, context }) => getCounting(context, input)),
  define: counting.define.handler(async ({ input, context }) => countingView(await defineCounting(context, input))),
  rule: counting.rule.handler(async ({ input, context }) => ({ credited: await ruleByHand(context, input) })),
}
