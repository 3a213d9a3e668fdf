import { sql } from 'kysely'
import type * as z from 'zod'
import type { Names, RecordRow } from '#contract/record.ts'
import type { Pack } from '#core/pack/pack.ts'
import { recordSight } from '#server/access/records.ts'
import { isLateEntry } from '#core/record/late-entry.ts'
import { namedIn } from '#core/record/named-in.ts'
import { dayInShanghai } from '#server/platform/clock.ts'
import { namesOf } from '#server/record/names.ts'
import { firstEntered, inOrder } from '#server/record/order.ts'
import { type Seen, seenRecords } from '#server/record/seen.ts'
import { loadSetting } from '#server/record/setting.ts'
import { RECORD_COLUMNS, recordOf } from '#server/record/stored.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

interface RecordWindow {
  readonly total: number
  readonly rows: readonly z.infer<typeof RecordRow>[]
  readonly names: z.infer<typeof Names>
}

/** The records of a register that stand and are seen, the latest day first unless sorted otherwise. */
export async function recordWindow(
  context: Context & { readonly packs: readonly Pack[] },
  input: Seen & { readonly offset: number; readonly limit: number },
): Promise<RecordWindow> {
  return view(context, async ({ tx, actor, allow, scope }) => {
    allow('record:read')
    const { jurisdictionId } = actor
    const sight = await recordSight(tx, await scope(), context.packs)
    const register = sight.registers.get(input.register)
    const { lateAfterDays } = await loadSetting(tx, jurisdictionId)
    const seen = (await seenRecords(tx, { jurisdictionId, register, lateAfterDays }, input)).where(sight.isSeen)
    const { total } = await seen.select(sql<string>`count(*)`.as('total')).executeTakeFirstOrThrow()
    const found = await inOrder(seen.select([...RECORD_COLUMNS, 'enteredByName']), register, input.sort)
      .offset(input.offset)
      .limit(input.limit)
      .execute()
    const records = found.map((row) => ({ ...recordOf(row), enteredBy: row.enteredByName }))
    const firsts = await firstEntered(tx, jurisdictionId, records)
    const rows = records.map((record) => {
      const firstEnteredOn = dayInShanghai(firsts.get(record.id) ?? record.enteredAt)
      return { ...record, firstEnteredOn, isLate: isLateEntry(record.occurredOn.to, firstEnteredOn, lateAfterDays) }
    })
    const names = await namesOf(
      tx,
      jurisdictionId,
      rows.flatMap((row) => namedIn(row, register)),
      sight,
    )
    return { total: Number(total), rows, names }
  })
}
