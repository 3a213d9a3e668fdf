import { signedIn } from '#server/http/implementer.ts'
import { loadSample } from '#server/import/load-sample.ts'
import { listCarryOver } from '#server/plan/carry-list.ts'
import { carryOverPlan } from '#server/plan/carry-over.ts'
import { confirmPlan } from '#server/plan/confirm.ts'
import { getPlan } from '#server/plan/get.ts'
import { lintFile, lintOf } from '#server/plan/lint.ts'
import { listPlans } from '#server/plan/list.ts'
import { removePlan } from '#server/plan/remove.ts'

const { plan } = signedIn

export const planRouter = {
  list: plan.list.handler(async ({ input, context }) => ({ items: await listPlans(context, input) })),
  get: plan.get.handler(({ input, context }) => getPlan(context, input)),
  lint: plan.lint.handler(({ input, context }) => lintOf(context, input)),
  lintFile: plan.lintFile.handler(({ input, context }) => lintFile(context, input)),
  loadSample: plan.loadSample.handler(({ context }) => loadSample(context)),
  confirm: plan.confirm.handler(async ({ input, context }) => ({ commitments: await confirmPlan(context, input) })),
  carryList: plan.carryList.handler(({ input, context }) => listCarryOver(context, input)),
  carryOver: plan.carryOver.handler(async ({ input, context }) => ({ commitments: await carryOverPlan(context, input) })),
  remove: plan.remove.handler(({ input, context }) => removePlan(context, input)),
}
