import { sql } from 'kysely'
import * as z from 'zod'
import type { Tx } from '#server/db/connect.ts'

/** What stands in a jurisdiction beside its records: which state of its organisation, which of its registers, when lights change; null where nobody has said so. */
export interface Settled {
  /** `token`: no two transactions leave the same; `isOwn`: it was changed by the transaction that asks, so it may change again before it ends, or never have been. */
  readonly organisation: { readonly token: string; readonly isOwn: boolean } | null
  /** How many times its registers were changed. */
  readonly registers: number
  /** The marks of registers and fields that somebody set: register, field, mark. */
  readonly marks: readonly (readonly [string, string, number])[]
  readonly lights: { readonly version: number; readonly thresholds: unknown } | null
}

// the columns were checked when they were written
const marksColumn = z.custom<Settled['marks'] | null>()

const asked = new WeakMap<Tx, Settled>()

/** Asks for all of it in one statement, so that a write does not ask for each. Once the clock is locked, in a transaction that changes none of it. */
export async function settle(tx: Tx, jurisdictionId: string): Promise<void> {
  const row = await tx
    .selectFrom('jurisdiction')
    .leftJoin('organisation', (join) =>
      join.onRef('organisation.jurisdictionId', '=', 'jurisdiction.id').on('organisation.jurisdictionId', '=', jurisdictionId),
    )
    .leftJoin('registerSet', (join) =>
      join.onRef('registerSet.jurisdictionId', '=', 'jurisdiction.id').on('registerSet.jurisdictionId', '=', jurisdictionId),
    )
    .leftJoin('lightSetting', (join) =>
      join.onRef('lightSetting.jurisdictionId', '=', 'jurisdiction.id').on('lightSetting.jurisdictionId', '=', jurisdictionId),
    )
    .select([TOKEN, IS_OWN, 'registerSet.version', 'lightSetting.version as lightVersion', 'lightSetting.thresholds'])
    .select((eb) =>
      eb
        .selectFrom('registerMark')
        .select(sql`jsonb_agg(jsonb_build_array(register, field, mark))`.as('marks'))
        .where('jurisdictionId', '=', jurisdictionId)
        .as('marks'),
    )
    .where('jurisdiction.id', '=', jurisdictionId)
    .executeTakeFirstOrThrow()
  const { token, isOwn, version, marks, lightVersion, thresholds } = row
  asked.set(tx, {
    organisation: token === null ? null : { token, isOwn },
    registers: version ?? 0,
    marks: marksColumn.parse(marks) ?? [],
    lights: lightVersion === null ? null : { version: lightVersion, thresholds },
  })
}

/** A version of the organisation that was undone and made anew is another: the transaction that wrote it tells them apart. */
export const TOKEN = sql<string | null>`organisation.version || '/' || organisation.xmin`.as('token')
export const IS_OWN = sql<boolean>`coalesce(organisation.xmin = pg_current_xact_id_if_assigned()::xid, false)`.as('isOwn')

/** What was asked for in the transaction; undefined where it was not. */
export function settledIn(tx: Tx): Settled | undefined {
  return asked.get(tx)
}
