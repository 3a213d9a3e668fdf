import { isDeepStrictEqual } from 'node:util'
import type * as z from 'zod'
import type { RegistersView } from '#contract/register.ts'
import type { Pack } from '#core/pack/pack.ts'
import type { RegisterId } from '#core/register/field.ts'
import { loadRegisterSet, type RegisterSet } from '#server/register/load.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Answer = z.infer<typeof RegistersView>

/** 登记簿 of the jurisdiction, as they stand. */
export async function listRegisters(context: Context & { readonly packs: readonly Pack[] }): Promise<Answer> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('register:read')
    const set = await loadRegisterSet(tx, actor.jurisdictionId, context.packs)
    return {
      version: set.version,
      pack: set.pack.manifest,
      packs: context.packs.map(({ manifest }) => manifest),
      registers: [...set.registers.values()],
      own: [...set.own.keys()].map((id) => ownOf(set, id)),
    }
  })
}

function ownOf({ own, pack }: RegisterSet, id: RegisterId): Answer['own'][number] {
  const changed = own.get(id)
  if (changed === undefined) throw new Error(`${id} is not the jurisdiction's own`)
  const { version, packDefinition, changedAt, changedBy } = changed
  const ofPack = pack.registers.find((register) => register.id === id)
  const hasPackMoved = packDefinition !== null && ofPack !== undefined && !isDeepStrictEqual(packDefinition, ofPack)
  return { id, version, isOfPack: ofPack !== undefined, hasPackMoved, changedAt, changedBy }
}
