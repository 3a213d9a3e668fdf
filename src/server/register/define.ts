import type * as z from 'zod'
import type { DefinitionView } from '#contract/register.ts'
import { refuse } from '#core/outcome/outcome.ts'
import type { Pack } from '#core/pack/pack.ts'
import { checkRegisterChange, type RegisterUse, unused } from '#core/register/check-change.ts'
import { keepsPersonal } from '#core/register/personal.ts'
import { RegisterId } from '#core/register/field.ts'
import type { Register } from '#core/register/register.ts'
import { restoreRegister } from '#core/register/restore-register.ts'
import { lockClock } from '#server/occurrence/clock.ts'
import { accepted } from '#server/plan/accepted.ts'
import { AppError } from '#server/platform/errors.ts'
import type { RegisterSet } from '#server/register/load.ts'
import { dropRegister, lockRegisterSet, saveRegister } from '#server/register/save.ts'
import { isCounted, loadUse } from '#server/register/use.ts'
import { definitionOf } from '#server/register/views.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Caller = Context & { readonly packs: readonly Pack[] }
type Answer = z.infer<typeof DefinitionView>

/** Which version of which register a person saw: 0 where the pack's stood. */
interface Seen {
  readonly register: RegisterId
  readonly version: number
}

/** 新增登记簿. */
export async function addRegister(context: Caller, input: { readonly definition: Omit<Register, 'id'> }): Promise<Answer> {
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('register:define')
    await lockClock(tx, actor.jurisdictionId)
    const set = await lockRegisterSet(tx, context)
    const definition: Register = { ...input.definition, id: RegisterId.parse(`own-${set.version + 1}`) }
    // registers about single persons come with the pack, by its rules
    if (definition.sensitivity === 'personal') accepted(refuse('personal-register'))
    demandFit(null, definition, unused, set)
    const after = await saveRegister(tx, context, set, definition)
    await record({ verb: 'register.add', subject: { kind: 'register', id: definition.id }, after: definition })
    return definitionOf(tx, actor.jurisdictionId, after, definition)
  })
}

/** 修改定义: of a register of its own, or of the pack's, whose place it then takes. */
export async function changeRegister(context: Caller, input: Seen & { readonly definition: Omit<Register, 'id'> }): Promise<Answer> {
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('register:define')
    // no record is entered by the old definition meanwhile
    await lockClock(tx, actor.jurisdictionId)
    const set = await lockRegisterSet(tx, context)
    const before = standing(set, input)
    const definition: Register = { ...input.definition, id: before.id }
    if (!keepsPersonal(before, definition)) accepted(refuse('personal-register'))
    demandFit(before, definition, await loadUse(tx, actor.jurisdictionId, before), set)
    const after = await saveRegister(tx, context, set, definition)
    await record({ verb: 'register.change', subject: { kind: 'register', id: before.id }, before, after: definition })
    return definitionOf(tx, actor.jurisdictionId, after, definition)
  })
}

/** 恢复业务包的定义; where fields of the jurisdiction's hold values, its version stays, with those retired. */
export async function restore(context: Caller, input: Seen): Promise<Answer> {
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('register:define')
    await lockClock(tx, actor.jurisdictionId)
    const set = await lockRegisterSet(tx, context)
    const before = standing(set, input)
    const ofPack = set.pack.registers.find(({ id }) => id === before.id)
    if (ofPack === undefined || !set.own.has(before.id)) return accepted(refuse('not-of-pack'))
    const use = await loadUse(tx, actor.jurisdictionId, before)
    const definition = restoreRegister(before, ofPack, use)
    const isWhole =
      definition.fields.length === ofPack.fields.length && checkRegisterChange(before, ofPack, use, groundOf(set)).length === 0
    if (!isWhole) demandFit(before, definition, use, set)
    const after = isWhole ? await dropRegister(tx, context, set, before.id) : await saveRegister(tx, context, set, definition)
    await record({ verb: 'register.restore', subject: { kind: 'register', id: before.id }, before, after: isWhole ? ofPack : definition })
    return definitionOf(tx, actor.jurisdictionId, after, isWhole ? ofPack : definition)
  })
}

/** 删除: only what the jurisdiction added and never used. */
export async function removeRegister(context: Caller, input: Seen): Promise<{ removed: true }> {
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('register:define')
    await lockClock(tx, actor.jurisdictionId)
    const set = await lockRegisterSet(tx, context)
    const before = standing(set, input)
    if (set.pack.registers.some(({ id }) => id === before.id)) accepted(refuse('register-of-pack'))
    if ((await loadUse(tx, actor.jurisdictionId, before)).records > 0) accepted(refuse('register-has-records'))
    if (await isCounted(tx, actor.jurisdictionId, before.id)) accepted(refuse('register-is-counted'))
    await dropRegister(tx, context, set, before.id)
    await record({ verb: 'register.remove', subject: { kind: 'register', id: before.id }, before })
    return { removed: true }
  })
}

/** The definition that stands, as the caller saw it; NOT_FOUND, or CONFLICT with the version that stands. */
function standing(set: RegisterSet, { register, version }: Seen): Register {
  const definition = set.registers.get(register)
  if (definition === undefined) throw new AppError('NOT_FOUND')
  const stands = set.own.get(register)?.version ?? 0
  if (stands !== version) throw new AppError('CONFLICT', { version: stands })
  return definition
}

function groundOf({ pack, registers }: RegisterSet): Parameters<typeof checkRegisterChange>[3] {
  return { manifest: pack.manifest, registers: [...registers.keys()] }
}

/** INVALID with every fault of the definition. */
function demandFit(before: Register | null, after: Register, use: RegisterUse, set: RegisterSet): void {
  const faults = checkRegisterChange(before, after, use, groundOf(set))
  if (faults.length > 0) throw new AppError('INVALID', { fields: faults.map(({ field, code }) => ({ path: [field], code })) })
}
