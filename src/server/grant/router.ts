import { confirmGrant, declineGrant, withdrawRequest } from '#server/grant/decide.ts'
import { listGrants } from '#server/grant/list.ts'
import { requestGrant } from '#server/grant/request.ts'
import { signedIn } from '#server/http/implementer.ts'

const { grant } = signedIn

export const grantRouter = {
  list: grant.list.handler(async ({ context }) => ({ items: await listGrants(context) })),
  requestPost: grant.requestPost.handler(({ input: { account, post, reason }, context }) =>
    requestGrant(context, { account, asked: { kind: 'post', value: post }, reason }),
  ),
  requestClearance: grant.requestClearance.handler(({ input: { account, clearance, reason }, context }) =>
    requestGrant(context, { account, asked: { kind: 'clearance', value: clearance }, reason }),
  ),
  confirm: grant.confirm.handler(({ input, context }) => confirmGrant(context, input)),
  decline: grant.decline.handler(({ input, context }) => declineGrant(context, input)),
  withdraw: grant.withdraw.handler(({ input, context }) => withdrawRequest(context, input)),
}
