import { sql } from 'kysely'
import type * as z from 'zod'
import type { OfficeQueue } from '#contract/home.ts'
import { unfinishedStates } from '#core/plan/plan-import.ts'
import type { RecordSight } from '#server/access/records.ts'
import type { Tx } from '#server/db/connect.ts'

/** What waits for the office. */
export async function officeQueue(tx: Tx, { scope, registers, isSeen }: RecordSight): Promise<z.infer<typeof OfficeQueue>> {
  const { jurisdictionId } = scope
  const count = sql<string>`count(*)`.as('count')
  const reviewed = [...registers.values()].filter(({ acceptance }) => acceptance === 'office').map(({ id }) => id)
  const imports = await tx
    .selectFrom('planImport')
    .select(count)
    .where('jurisdictionId', '=', jurisdictionId)
    .where('state', 'in', [...unfinishedStates])
    .executeTakeFirstOrThrow()
  const questions = await tx
    .selectFrom('question')
    .select(count)
    .where('jurisdictionId', '=', jurisdictionId)
    .where('answer', 'is', null)
    .executeTakeFirstOrThrow()
  const drafts = await tx
    .selectFrom('ledgerEntry')
    .select(count)
    .where('jurisdictionId', '=', jurisdictionId)
    .where('state', '=', sql.lit('draft'))
    .executeTakeFirstOrThrow()
  const undefinedRows = await tx
    .selectFrom('ledgerEntry')
    .select(count)
    .where('ledgerEntry.jurisdictionId', '=', jurisdictionId)
    .where('ledgerEntry.state', '=', 'confirmed')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('counting')
            .select('counting.commitmentId')
            .where('counting.jurisdictionId', '=', jurisdictionId)
            .whereRef('counting.commitmentId', '=', 'ledgerEntry.commitmentId')
            .where('counting.terms', 'is not', null),
        ),
      ),
    )
    .executeTakeFirstOrThrow()
  const records = await tx
    .selectFrom('recordRevision')
    .select(count)
    .where('jurisdictionId', '=', jurisdictionId)
    .where('isStanding', '=', true)
    .where('state', '=', 'submitted')
    .where((eb) => eb('register', '=', eb.fn.any(eb.val(reviewed))))
    .where(isSeen)
    .executeTakeFirstOrThrow()
  const unused = await tx
    .selectFrom('account')
    .select(count)
    .where('jurisdictionId', '=', jurisdictionId)
    .where('signedInAt', 'is', null)
    .where('disabledAt', 'is', null)
    .executeTakeFirstOrThrow()
  return {
    imports: Number(imports.count),
    questions: Number(questions.count),
    drafts: Number(drafts.count),
    undefined: Number(undefinedRows.count),
    records: Number(records.count),
    unused: Number(unused.count),
  }
}
