import type * as z from 'zod'
import type { RegistersView } from '#contract/register.ts'
import { refuse } from '#core/outcome/outcome.ts'
import type { Pack } from '#core/pack/pack.ts'
import { lockClock } from '#server/occurrence/clock.ts'
import { accepted } from '#server/plan/accepted.ts'
import { AppError } from '#server/platform/errors.ts'
import { countChange, lockRegisterSet } from '#server/register/save.ts'
import { viewOf } from '#server/register/views.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 选用业务包: refused once there are records, registers of its own, or commitments that count by the other's. */
export async function choosePack(
  context: Context & { readonly packs: readonly Pack[] },
  input: { readonly pack: string; readonly version: number },
): Promise<z.infer<typeof RegistersView>> {
  return change(context, async ({ tx, actor, allow, record }) => {
    const { jurisdictionId } = actor
    allow('register:define')
    await lockClock(tx, jurisdictionId)
    const set = await lockRegisterSet(tx, context)
    if (set.version !== input.version) throw new AppError('CONFLICT', { version: set.version })
    const pack = context.packs.find(({ manifest }) => manifest.id === input.pack)
    if (pack === undefined) throw new AppError('NOT_FOUND')
    const has = async (table: 'recordRevision' | 'counting' | 'register'): Promise<boolean> =>
      (await tx.selectFrom(table).select('jurisdictionId').where('jurisdictionId', '=', jurisdictionId).limit(1).execute()).length > 0
    if (await has('recordRevision')) accepted(refuse('pack-has-records'))
    if (await has('counting')) accepted(refuse('pack-is-counted'))
    if (await has('register')) accepted(refuse('pack-has-own'))
    const version = await countChange(tx, context, set, pack)
    await record({
      verb: 'register.choose-pack',
      subject: { kind: 'pack', id: pack.manifest.id },
      before: set.pack.manifest.id,
      after: pack.manifest.id,
    })
    const registers = new Map(pack.registers.map((register) => [register.id, register]))
    return viewOf({ version, pack, registers, own: new Map() }, context.packs)
  })
}
