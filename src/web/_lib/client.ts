import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import type { JsonifiedClient } from '@orpc/openapi-client'
import type { contract } from '#contract/contract.ts'

// the routes alone, without schemas: the first page stays small (vite.config.ts)
declare const __ROUTES__: typeof contract

const link = new OpenAPILink(__ROUTES__, { url: `${location.origin}/api` })

/** The typed API. Files are sent with `upload.ts`. */
export const client: JsonifiedClient<ContractRouterClient<typeof contract>> = createORPCClient(link)
