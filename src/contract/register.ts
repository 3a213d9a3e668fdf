import { oc } from '@orpc/contract'
import * as z from 'zod'
import { Instant } from '#core/day/day.ts'
import { PackManifest } from '#core/pack/pack.ts'
import { RegisterId } from '#core/register/field.ts'
import { Register } from '#core/register/register.ts'

/** A register the jurisdiction added or changed. `isOfPack`: it stands in the place of one of the pack's; `hasPackMoved`: which has changed since. */
const OwnRegister = z
  .object({
    id: RegisterId,
    version: z.number().int(),
    isOfPack: z.boolean(),
    hasPackMoved: z.boolean(),
    changedAt: Instant,
    changedBy: z.string(),
  })
  .readonly()

/**
 * The registers of the jurisdiction. `pack`: the one it uses; `packs`: those the program came with; `registers`: every definition as it stands, by group, then
 * title; `own`: which of them it added or changed; `version`: counts the changes.
 */
export const RegistersView = z
  .object({
    version: z.number().int(),
    pack: PackManifest,
    packs: z.array(PackManifest).readonly(),
    registers: z.array(Register).readonly(),
    own: z.array(OwnRegister).readonly(),
  })
  .readonly()

export const register = {
  list: oc
    .route({ method: 'GET', path: '/registers', summary: '登记簿', tags: ['register'] })
    .errors({ FORBIDDEN: { status: 403 } })
    .output(RegistersView),
}
