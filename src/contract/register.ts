import { oc } from '@orpc/contract'
import * as z from 'zod'
import { PackManifest } from '#core/pack/pack.ts'
import { Register } from '#core/register/register.ts'

/** A pack with its registers, in the order of its groups. */
const PackView = z.object({ manifest: PackManifest, registers: z.array(Register).readonly() }).readonly()

export const register = {
  /** The registers of every pack the program came with. */
  list: oc
    .route({ method: 'GET', path: '/registers', summary: '登记簿', tags: ['register'] })
    .errors({ FORBIDDEN: { status: 403 } })
    .output(z.object({ packs: z.array(PackView).readonly() })),
}
