import { sql } from 'kysely'
import type * as z from 'zod'
import type { StoredRecord } from '#contract/record.ts'
import type { Day } from '#core/day/day.ts'
import type { WorkRecord } from '#core/record/record.ts'
import type { RegisterId } from '#core/register/field.ts'
import { AppError } from '#server/platform/errors.ts'
import { RECORD_COLUMNS, recordOf } from '#server/record/stored.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** Which records of a register are seen. */
interface Seen {
  readonly register: RegisterId
  readonly from: Day | null
  readonly to: Day | null
  readonly org: string | null
  /** Empty: all. */
  readonly states: readonly WorkRecord['state'][]
  readonly offset: number
  readonly limit: number
}

/** The records of a register that stand, the latest day first. */
export async function recordWindow(
  context: Context,
  input: Seen,
): Promise<{ total: number; rows: readonly z.infer<typeof StoredRecord>[] }> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('record:read')
    const { from, to, org, states } = input
    const seen = tx
      .selectFrom('recordRevision')
      .where('jurisdictionId', '=', actor.jurisdictionId)
      .where('register', '=', input.register)
      .where('isStanding', '=', true)
      .$if(from !== null, (query) => query.where('toDay', '>=', from ?? ''))
      .$if(to !== null, (query) => query.where('fromDay', '<=', to ?? ''))
      .$if(org !== null, (query) => query.where('orgId', '=', org ?? ''))
      .$if(states.length > 0, (query) => query.where('state', 'in', states))
    const { total } = await seen.select(sql<string>`count(*)`.as('total')).executeTakeFirstOrThrow()
    const rows = await seen
      .select([...RECORD_COLUMNS, 'enteredByName'])
      .orderBy('toDay', 'desc')
      .orderBy('id', 'desc')
      .offset(input.offset)
      .limit(input.limit)
      .execute()
    return { total: Number(total), rows: rows.map((row) => ({ ...recordOf(row), enteredBy: row.enteredByName })) }
  })
}

/** Every revision of a record, the first first; NOT_FOUND where there is none. */
export async function recordHistory(context: Context, input: { readonly id: string }): Promise<readonly z.infer<typeof StoredRecord>[]> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('record:read')
    const rows = await tx
      .selectFrom('recordRevision')
      .select([...RECORD_COLUMNS, 'enteredByName'])
      .where('jurisdictionId', '=', actor.jurisdictionId)
      .where('id', '=', input.id)
      .orderBy('revision')
      .execute()
    if (rows.length === 0) throw new AppError('NOT_FOUND')
    return rows.map((row) => ({ ...recordOf(row), enteredBy: row.enteredByName }))
  })
}
