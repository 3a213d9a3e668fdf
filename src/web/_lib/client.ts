import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import type { contract } from '#contract/contract.ts'
import { sendOnce } from '#web/_lib/send-once.ts'
import { confirmIdentity } from '#web/_lib/confirm.ts'
import { failureOf } from '#web/_lib/failure.ts'

// the routes alone, without schemas: the first page stays small (vite.config.ts)
declare const ROUTES: typeof contract

const link = new OpenAPILink(ROUTES, {
  url: `${location.origin}/api`,
  fetch: async (request, init) => sendOnce(request, init),
  interceptors: [
    async (options) => {
      try {
        return await options.next()
      } catch (error) {
        // a dangerous act: whoever asks proves who they are, and what they asked is asked again
        if (failureOf(error).code !== 'RECENT_SIGN_IN_REQUIRED' || !(await confirmIdentity())) throw error
        return options.next()
      }
    },
  ],
})

/** The typed API: all its values are plain JSON, so what arrives is what the contract says. Files are sent with `upload.ts`. */
export const client: ContractRouterClient<typeof contract> = createORPCClient(link)
