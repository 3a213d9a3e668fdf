import { sql } from 'kysely'
import type * as z from 'zod'
import type { Names, RecordRow, StoredRecord } from '#contract/record.ts'
import type { Pack } from '#core/pack/pack.ts'
import type { Moment } from '#core/moment/moment.ts'
import type { Register } from '#core/register/register.ts'
import { journalReading, sensitiveAmong } from '#server/access/personal.ts'
import { demandFieldsSeen, recordSight } from '#server/access/records.ts'
import { isLateEntry } from '#core/record/late-entry.ts'
import { namedIn } from '#core/record/named-in.ts'
import type { Tx } from '#server/db/connect.ts'
import { dayInShanghai } from '#server/platform/clock.ts'
import { readMoment } from '#server/moment/read-moment.ts'
import { namesOf } from '#server/record/names.ts'
import { firstEntered, inOrder } from '#server/record/order.ts'
import { type Seen, type SeenRecords, seenRecords } from '#server/record/seen.ts'
import { loadSetting } from '#server/record/setting.ts'
import { RECORD_COLUMNS, recordOf } from '#server/record/stored.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

interface RecordWindow {
  readonly total: number
  readonly rows: readonly z.infer<typeof RecordRow>[]
  readonly names: z.infer<typeof Names>
}

/** The records of a register that stood at a moment and are seen, the latest day first unless sorted otherwise. */
export async function recordWindow(context: Context & { readonly packs: readonly Pack[] }, input: Page & Moment): Promise<RecordWindow> {
  const { sensitive, ...window } = await view(context, async ({ tx: current, actor, allow, scope }) => {
    allow('record:read')
    const { jurisdictionId } = actor
    const tx = readMoment(current, context, input)
    const sight = await recordSight(tx, await scope(), context.packs, { withPersonal: true })
    demandFieldsSeen(sight, input)
    const register = sight.registers.get(input.register)
    const { lateAfterDays } = await loadSetting(tx, jurisdictionId)
    const seen = (await seenRecords(tx, { jurisdictionId, register, lateAfterDays }, input)).where(sight.isSeen)
    const { total, ids } = await pageOf(seen, register, input)
    const records = await standingOf(tx, jurisdictionId, ids)
    const firsts = await firstEntered(tx, jurisdictionId, records)
    const rows = records.map((record) => {
      const firstEnteredOn = dayInShanghai(firsts.get(record.id) ?? record.enteredAt)
      return {
        ...sight.cleared(record),
        firstEnteredOn,
        isLate: isLateEntry(record.occurredOn.to, firstEnteredOn, { lateAfterDays, filing: register?.filing ?? null }),
      }
    })
    const names = await namesOf(
      tx,
      jurisdictionId,
      rows.flatMap((row) => namedIn(row, register)),
      sight,
    )
    return { total, rows, names, sensitive: await sensitiveAmong(tx, sight, records) }
  })
  await journalReading(context, sensitive)
  return window
}

type Page = Seen & { readonly offset: number; readonly limit: number }

/** The ids of a page and how many there are in all. Only ids are put in order: the rows are wide. */
async function pageOf(seen: SeenRecords, register: Register | undefined, input: Page): Promise<{ total: number; ids: readonly string[] }> {
  const { sort, text, offset, limit } = input
  const count = async (): Promise<number> => Number((await seen.select(sql<string>`count(*)`.as('total')).executeTakeFirstOrThrow()).total)
  if (text === '') {
    const found = await inOrder(seen.select('id'), register, sort).offset(offset).limit(limit).execute()
    return { total: await count(), ids: found.map(({ id }) => id) }
  }
  // words are looked for in every record: once, not twice
  const counted = seen.select(['id', sql<string>`count(*) OVER ()`.as('total')])
  const found = await inOrder(counted, register, sort).offset(offset).limit(limit).execute()
  const [first] = found
  return { total: first === undefined ? (offset === 0 ? 0 : await count()) : Number(first.total), ids: found.map(({ id }) => id) }
}

/** The records that stand, in the order of their ids as given. */
async function standingOf(tx: Tx, jurisdictionId: string, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('recordRevision')
    .select([...RECORD_COLUMNS, 'enteredByName'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', 'in', ids)
    .where('isStanding', '=', true)
    .execute()
  const records = new Map<string, z.infer<typeof StoredRecord>>(
    rows.map((row) => [row.id, { ...recordOf(row), enteredBy: row.enteredByName }]),
  )
  return ids.flatMap((id) => records.get(id) ?? [])
}
