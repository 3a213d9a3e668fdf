import { sql } from 'kysely'
import * as z from 'zod'
import { Day, Instant } from '#core/day/day.ts'
import type { Filing } from '#core/register/filing.ts'
import type { Register } from '#core/register/register.ts'
import type { Tx } from '#server/db/connect.ts'
import { dayInShanghai } from '#server/platform/clock.ts'

const dayColumn = z.custom<Day>()

/** The filings of some registers in a year, by register: those of one org and day with one answer to the zero field once, as first submitted. `orgs`: of these alone, where not everybody files together. */
export async function loadFilings(
  tx: Tx,
  jurisdictionId: string,
  registers: readonly Register[],
  year: string,
  orgs: readonly string[] | null = null,
): Promise<ReadonlyMap<string, readonly Filing[]>> {
  const due = registers.filter(({ filing }) => filing !== null)
  if (due.length === 0) return new Map()
  const zeroFields = sql`${JSON.stringify(Object.fromEntries(due.map(({ id, filing }) => [id, filing?.zeroField ?? ''])))}::jsonb`
  const rows = await tx
    .selectFrom('recordRevision')
    .select(['register', 'orgId', 'toDay'])
    // what was submitted from the start was so when it was entered; else when its first revision that is no draft was
    .select((eb) => {
      const former = eb
        .selectFrom('recordRevision as former')
        .select('former.enteredAt')
        .where('former.jurisdictionId', '=', jurisdictionId)
        .whereRef('former.id', '=', 'recordRevision.id')
        .where('former.state', '<>', 'draft')
        .orderBy('former.revision')
        .limit(1)
      const first = eb.fn.min<string>(eb.case().when('revision', '=', 1).then(eb.ref('enteredAt')).else(former).end())
      return sql<Day>`(${first} at time zone 'Asia/Shanghai')::date`.as('submittedOn')
    })
    .select(sql<boolean>`coalesce((field_values -> (${zeroFields} ->> register)) = 'true'::jsonb, false)`.as('isZero'))
    .where('jurisdictionId', '=', jurisdictionId)
    .where('isStanding', '=', true)
    .where(
      'register',
      'in',
      due.map(({ id }) => id),
    )
    .where('state', 'in', ['submitted', 'accepted'])
    .where('toDay', '>=', `${year}-01-01`)
    .where('toDay', '<=', `${year}-12-31`)
    .$if(orgs !== null, (query) =>
      query.where((eb) =>
        eb.or([
          eb('orgId', '=', eb.fn.any(eb.val([...(orgs ?? [])]))),
          eb('register', '=', eb.fn.any(eb.val(due.flatMap(({ id, filing }) => (filing?.isJoint === true ? [id] : []))))),
        ]),
      ),
    )
    .groupBy(['register', 'orgId', 'toDay', 'isZero'])
    .execute()
  return Map.groupBy(
    rows.map((row) => ({
      register: row.register,
      org: row.orgId,
      of: dayColumn.parse(row.toDay),
      submittedOn: row.submittedOn,
      isZero: row.isZero,
    })),
    ({ register }) => register,
  )
}

/** The day a jurisdiction's books began: it was set up. */
export async function beganOn(tx: Tx, jurisdictionId: string): Promise<Day> {
  const { createdAt } = await tx.selectFrom('jurisdiction').select('createdAt').where('id', '=', jurisdictionId).executeTakeFirstOrThrow()
  return dayInShanghai(Instant.parse(createdAt))
}
