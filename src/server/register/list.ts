import type * as z from 'zod'
import type { DefinitionView, RegistersView } from '#contract/register.ts'
import type { Pack } from '#core/pack/pack.ts'
import type { RegisterId } from '#core/register/field.ts'
import { AppError } from '#server/platform/errors.ts'
import { loadRegisterSet } from '#server/register/load.ts'
import { definitionOf, viewOf } from '#server/register/views.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Caller = Context & { readonly packs: readonly Pack[] }

/** 登记簿 of the jurisdiction, as they stand. */
export async function listRegisters(context: Caller): Promise<z.infer<typeof RegistersView>> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('register:read')
    return viewOf(await loadRegisterSet(tx, actor.jurisdictionId, context.packs), context.packs)
  })
}

/** What hangs on a definition is for those who change it: it says what is in records that others do not see. */
const untold = { records: 0, fields: [], counted: [] }

/** One definition with what hangs on it, where the caller may change it; NOT_FOUND where there is none. */
export async function getDefinition(context: Caller, input: { readonly register: RegisterId }): Promise<z.infer<typeof DefinitionView>> {
  return view(context, async ({ tx, actor, allow, scope }) => {
    allow('register:read')
    const set = await loadRegisterSet(tx, actor.jurisdictionId, context.packs)
    const register = set.registers.get(input.register)
    if (register === undefined) throw new AppError('NOT_FOUND')
    const found = await definitionOf(tx, actor.jurisdictionId, set, register)
    return (await scope()).seesAll ? found : { ...found, use: untold }
  })
}
