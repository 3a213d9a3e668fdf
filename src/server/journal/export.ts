import type { Instant } from '#core/day/day.ts'
import type { Tx } from '#server/db/connect.ts'
import { journalLines } from '#server/journal/lines.ts'

/** The journal of a jurisdiction as the text of a bundle: JSON, one line each. */
export async function* journalText(tx: Tx, jurisdictionId: string, exportedAt: Instant): AsyncGenerator<string> {
  for await (const line of journalLines(tx, jurisdictionId, exportedAt)) yield `${JSON.stringify(line)}\n`
}
