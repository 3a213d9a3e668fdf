import { changePost, disableAccount, enableAccount, linkPerson, unlockAccount } from '#server/account/change.ts'
import { createAccounts } from '#server/account/create.ts'
import { listAccounts, listCandidates } from '#server/account/list.ts'
import { resetPassword } from '#server/account/reset.ts'
import { signedIn } from '#server/http/implementer.ts'

const { account } = signedIn

export const accountRouter = {
  list: account.list.handler(async ({ context }) => ({ items: await listAccounts(context) })),
  candidates: account.candidates.handler(async ({ context }) => ({ items: await listCandidates(context) })),
  create: account.create.handler(async ({ input, context }) => ({ passwords: await createAccounts(context, input) })),
  disable: account.disable.handler(({ input, context }) => disableAccount(context, input)),
  enable: account.enable.handler(({ input, context }) => enableAccount(context, input)),
  changePost: account.changePost.handler(({ input, context }) => changePost(context, input)),
  unlock: account.unlock.handler(({ input, context }) => unlockAccount(context, input)),
  reset: account.reset.handler(({ input, context }) => resetPassword(context, input)),
  link: account.link.handler(({ input, context }) => linkPerson(context, input)),
}
