import type * as z from 'zod'
import type { mark } from '#contract/mark.ts'
import type { Pack } from '#core/pack/pack.ts'
import { demandRecordSeen, recordSight } from '#server/access/records.ts'
import { loadMarks, markOf, markOfField } from '#server/access/marks.ts'
import { standingMark } from '#server/mark/subject.ts'
import { loadRegisterSet } from '#server/register/load.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type OfRecord = z.output<NonNullable<(typeof mark.ofRecord)['~orpc']['outputSchema']>>
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

/** The mark that counts for a record: its own or its register's. NOT_FOUND where there is no such record, or it is not seen. */
export async function markOfRecord(
  context: Context & { readonly packs: readonly Pack[] },
  { id }: { readonly id: string },
): Promise<OfRecord> {
  return view(context, async ({ tx, actor: { jurisdictionId }, allow, scope }) => {
    allow('record:mark')
    const seen = await scope()
    await demandRecordSeen(tx, await recordSight(tx, seen, context.packs), id)
    const standing = await standingMark(tx, { jurisdictionId, packs: context.packs }, { kind: 'record', id })
    return { mark: standing.mark, clearance: seen.clearance }
  })
}
