import { sql } from 'kysely'
import type { Tx } from '#server/db/connect.ts'

/**
 * After commitments were split, merged, discarded or restored: where what findings led to stands now, as far as these are part of it. It is worked out anew from
 * what each led to at first, so that what was undone leaves nothing behind.
 */
export async function keepStands(tx: Tx, jurisdictionId: string, commitments: readonly string[]): Promise<void> {
  const about = sql<boolean>`(commitment_id = any(${[...commitments]}) or stands && ${[...commitments]}::uuid[])`
  const led = await tx
    .selectFrom('findingConsequence')
    .select(['findingId', 'commitmentId'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where(about)
    .execute()
  for (const { findingId, commitmentId } of led)
    await tx
      .updateTable('findingConsequence')
      .set({ stands: await standingFor(tx, jurisdictionId, commitmentId) })
      .where('jurisdictionId', '=', jurisdictionId)
      .where('findingId', '=', findingId)
      .execute()
}

/** A commitment, or those that replaced it, and those that replaced them. */
async function standingFor(tx: Tx, jurisdictionId: string, commitment: string): Promise<string[]> {
  const row = await tx
    .selectFrom('commitment')
    .select(['state', sql<string[]>`to_json(replaced_by)`.as('replacedBy')])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', commitment)
    .executeTakeFirst()
  if (row?.state !== 'replaced') return [commitment]
  const found: string[] = []
  for (const next of row.replacedBy) found.push(...(await standingFor(tx, jurisdictionId, next)))
  return [...new Set(found)]
}
