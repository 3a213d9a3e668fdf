import { signedIn } from '#server/http/implementer.ts'
import { listRegisters } from '#server/register/list.ts'

export const registerRouter = {
  list: signedIn.register.list.handler(({ context }) => listRegisters(context)),
}
