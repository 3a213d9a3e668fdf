import type * as z from 'zod'
import type { mark } from '#contract/mark.ts'
import type { Pack } from '#core/pack/pack.ts'
import { loadMarks, markOf, markOfField } from '#server/access/marks.ts'
import { loadRegisterSet } from '#server/register/load.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Items = z.output<NonNullable<(typeof mark.list)['~orpc']['outputSchema']>>['items']

/** 敏感标记 of every register and its fields: titles, no rows. */
export async function listMarks(context: Context & { readonly packs: readonly Pack[] }): Promise<Items> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('mark:read')
    const marks = await loadMarks(tx, actor.jurisdictionId)
    const { registers } = await loadRegisterSet(tx, actor.jurisdictionId, context.packs)
    return [...registers.values()].map((register) => ({
      register: register.id,
      title: register.title,
      mark: markOf(register, marks),
      fields: register.fields.map(({ id, label }) => ({ id, label, mark: markOfField(register, id, marks) })),
    }))
  })
}
