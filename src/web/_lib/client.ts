import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import type { contract } from '#contract/contract.ts'
import { sendOnce } from '#web/_lib/send-once.ts'

// the routes alone, without schemas: the first page stays small (vite.config.ts)
declare const ROUTES: typeof contract

const link = new OpenAPILink(ROUTES, { url: `${location.origin}/api`, fetch: async (request, init) => sendOnce(request, init) })

/** The typed API: all its values are plain JSON, so what arrives is what the contract says. Files are sent with `upload.ts`. */
export const client: ContractRouterClient<typeof contract> = createORPCClient(link)
