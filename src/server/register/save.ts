import type { Pack } from '#core/pack/pack.ts'
import type { Register } from '#core/register/register.ts'
import type { Tx } from '#server/db/connect.ts'
import { keepSetting } from '#server/moment/keep-setting.ts'
import { loadRegisterSet, type RegisterSet } from '#server/register/load.ts'
import type { Context } from '#server/verb/context.ts'

type Caller = Context & { readonly packs: readonly Pack[] }

/** Locks the registers of a jurisdiction until the transaction ends, and gives them as they stand. */
export async function lockRegisterSet(tx: Tx, { actor, packs }: Caller): Promise<RegisterSet> {
  const { jurisdictionId } = actor
  await tx.selectFrom('registerSet').select('version').where('jurisdictionId', '=', jurisdictionId).forUpdate().execute()
  return loadRegisterSet(tx, jurisdictionId, packs)
}

/** Counts a change of the registers, and keeps the pack; gives the set's new version. */
export async function countChange(tx: Tx, { actor }: Context, set: RegisterSet, pack: Pack = set.pack): Promise<number> {
  const row = { pack: pack.manifest.id, version: set.version + 1 }
  await tx
    .insertInto('registerSet')
    .values({ jurisdictionId: actor.jurisdictionId, ...row })
    .onConflict((conflict) => conflict.column('jurisdictionId').doUpdateSet(row))
    .execute()
  return row.version
}

/** Saves the jurisdiction's definition of a register; gives the set with it. */
export async function saveRegister(tx: Tx, context: Context, set: RegisterSet, definition: Register): Promise<RegisterSet> {
  const version = await countChange(tx, context, set)
  const ofPack = set.pack.registers.find(({ id }) => id === definition.id)
  const columns = {
    version,
    definition: JSON.stringify(definition),
    packDefinition: ofPack === undefined ? null : JSON.stringify(ofPack),
    changedAt: context.now,
    changedBy: context.actor.accountId,
    changedByName: context.actor.name,
  }
  await keepSetting(tx, context.actor.jurisdictionId, { part: 'register', id: definition.id }, context.now)
  await tx
    .insertInto('register')
    .values({ jurisdictionId: context.actor.jurisdictionId, id: definition.id, ...columns })
    .onConflict((conflict) => conflict.columns(['jurisdictionId', 'id']).doUpdateSet(columns))
    .execute()
  return {
    ...set,
    version,
    registers: new Map([...set.registers, [definition.id, definition]]),
    own: new Map([
      ...set.own,
      [definition.id, { version, definition, packDefinition: ofPack ?? null, changedAt: context.now, changedBy: context.actor.name }],
    ]),
  }
}

/** Takes the jurisdiction's definition of a register away. */
export async function dropRegister(tx: Tx, context: Context, set: RegisterSet, id: Register['id']): Promise<RegisterSet> {
  const version = await countChange(tx, context, set)
  await keepSetting(tx, context.actor.jurisdictionId, { part: 'register', id }, context.now)
  await tx.deleteFrom('register').where('jurisdictionId', '=', context.actor.jurisdictionId).where('id', '=', id).execute()
  const ofPack = set.pack.registers.find((register) => register.id === id)
  const registers = new Map(set.registers)
  if (ofPack === undefined) registers.delete(id)
  else registers.set(id, ofPack)
  return { ...set, version, registers, own: new Map([...set.own].filter(([own]) => own !== id)) }
}
