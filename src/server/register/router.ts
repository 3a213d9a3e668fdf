import { signedIn } from '#server/http/implementer.ts'
import { choosePack } from '#server/register/choose-pack.ts'
import { addRegister, changeRegister, removeRegister, restore } from '#server/register/define.ts'
import { getActivity, getFiling } from '#server/register/filing.ts'
import { getDefinition, listRegisters } from '#server/register/list.ts'

const { register } = signedIn

export const registerRouter = {
  list: register.list.handler(({ context }) => listRegisters(context)),
  activity: register.activity.handler(({ input, context }) => getActivity(context, input)),
  filing: register.filing.handler(({ input, context }) => getFiling(context, input)),
  choosePack: register.choosePack.handler(({ input, context }) => choosePack(context, input)),
  definition: register.definition.handler(({ input, context }) => getDefinition(context, input)),
  add: register.add.handler(({ input, context }) => addRegister(context, input)),
  change: register.change.handler(({ input, context }) => changeRegister(context, input)),
  restore: register.restore.handler(({ input, context }) => restore(context, input)),
  remove: register.remove.handler(({ input, context }) => removeRegister(context, input)),
}
