import { defineCounting, defineCountings } from '#server/counting/define.ts'
import { countingView, getCounting } from '#server/counting/get.ts'
import { previewCounting } from '#server/counting/preview.ts'
import { ruleByHand } from '#server/counting/rule.ts'
import { suggestCountings } from '#server/counting/suggest.ts'
import { signedIn } from '#server/http/implementer.ts'

const { counting } = signedIn

export const countingRouter = {
  get: counting.get.handler(({ input, context }) => getCounting(context, input)),
  define: counting.define.handler(async ({ input, context }) => countingView(await defineCounting(context, input))),
  suggest: counting.suggest.handler(({ input, context }) => suggestCountings(context, input)),
  defineAll: counting.defineAll.handler(async ({ input, context }) => ({
    items: (await defineCountings(context, input)).map(countingView),
  })),
  preview: counting.preview.handler(({ input, context }) => previewCounting(context, input)),
  rule: counting.rule.handler(async ({ input, context }) => ({ credited: await ruleByHand(context, input) })),
}
