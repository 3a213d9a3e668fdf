import { signedIn } from '#server/http/implementer.ts'
import { addRule } from '#server/phrase-rule/add.ts'
import { changeRule, removeRule, switchRule } from '#server/phrase-rule/change-rule.ts'
import { exportRules, importRules } from '#server/phrase-rule/exchange.ts'
import { listRules } from '#server/phrase-rule/list.ts'
import { previewRule } from '#server/phrase-rule/preview.ts'

const { phraseRule } = signedIn

export const phraseRuleRouter = {
  list: phraseRule.list.handler(async ({ context }) => ({ items: await listRules(context) })),
  add: phraseRule.add.handler(({ input, context }) => addRule(context, input)),
  change: phraseRule.change.handler(({ input, context }) => changeRule(context, input)),
  switch: phraseRule.switch.handler(({ input, context }) => switchRule(context, input)),
  remove: phraseRule.remove.handler(({ input, context }) => removeRule(context, input)),
  preview: phraseRule.preview.handler(({ input, context }) => previewRule(context, input)),
  export: phraseRule.export.handler(({ context }) => exportRules(context)),
  import: phraseRule.import.handler(({ input, context }) => importRules(context, input)),
}
