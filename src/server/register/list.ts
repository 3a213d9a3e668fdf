import type { Pack } from '#core/pack/pack.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 登记簿: the registers of every pack, as they were read at the start. */
export async function listRegisters(context: Context & { readonly packs: readonly Pack[] }): Promise<{ packs: readonly Pack[] }> {
  return view(context, async ({ allow }) => {
    allow('register:read')
    return { packs: context.packs }
  })
}
