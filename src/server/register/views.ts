import { isDeepStrictEqual } from 'node:util'
import type * as z from 'zod'
import type { DefinitionView, RegistersView } from '#contract/register.ts'
import type { Pack } from '#core/pack/pack.ts'
import type { Register } from '#core/register/register.ts'
import type { Tx } from '#server/db/connect.ts'
import type { RegisterSet } from '#server/register/load.ts'
import { loadUse } from '#server/register/use.ts'

/** A set as it is answered. */
export function viewOf(set: RegisterSet, packs: readonly Pack[]): z.infer<typeof RegistersView> {
  const registers = [...set.registers.values()]
  return {
    version: set.version,
    pack: set.pack.manifest,
    packs: packs.map(({ manifest }) => manifest),
    registers,
    own: registers.flatMap((register) => ownOf(set, register) ?? []),
  }
}

/** A definition as it is answered. */
export async function definitionOf(
  tx: Tx,
  jurisdictionId: string,
  set: RegisterSet,
  register: Register,
): Promise<z.infer<typeof DefinitionView>> {
  const own = ownOf(set, register)
  return {
    version: own?.version ?? 0,
    register,
    ofPack: set.pack.registers.find(({ id }) => id === register.id) ?? null,
    own,
    use: await loadUse(tx, jurisdictionId, register),
  }
}

function ownOf({ own, pack }: RegisterSet, { id }: Register): z.infer<typeof RegistersView>['own'][number] | null {
  const changed = own.get(id)
  if (changed === undefined) return null
  const { version, packDefinition, changedAt, changedBy } = changed
  const ofPack = pack.registers.find((register) => register.id === id)
  const hasPackMoved = packDefinition !== null && ofPack !== undefined && !isDeepStrictEqual(packDefinition, ofPack)
  return { id, version, isOfPack: ofPack !== undefined, hasPackMoved, changedAt, changedBy }
}
