import * as z from 'zod'
import { Instant } from '#core/day/day.ts'
import type { Tx } from '#server/db/connect.ts'

const COLUMNS = ['id', 'recordId as record', 'words', 'madeAt', 'answer', 'answeredByName', 'answeredAt'] as const

const Stored = z.object({
  id: z.string(),
  record: z.string(),
  words: z.string(),
  madeAt: Instant,
  answer: z.string().nullable(),
  answeredByName: z.string().nullable(),
  answeredAt: Instant.nullable(),
})

/** 异议 to some records, the first first. */
export async function loadObjections(
  tx: Tx,
  jurisdictionId: string,
  records: readonly string[],
): Promise<readonly z.infer<typeof Stored>[]> {
  if (records.length === 0) return []
  const rows = await tx
    .selectFrom('objection')
    .select(COLUMNS)
    .where('jurisdictionId', '=', jurisdictionId)
    .where('recordId', 'in', records)
    .orderBy('madeAt')
    .orderBy('id')
    .execute()
  return rows.map((row) => Stored.parse(row))
}
