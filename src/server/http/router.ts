import { sessionRouter } from '#server/authn/router.ts'
import { setupRouter } from '#server/setup/router.ts'

/** Every procedure of the contract with the verb behind it. */
export const router = { session: sessionRouter, setup: setupRouter }
