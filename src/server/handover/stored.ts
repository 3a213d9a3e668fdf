import { Handover } from '#core/handover/handover.ts'
import type { Tx } from '#server/db/connect.ts'
import { AppError } from '#server/platform/errors.ts'

const COLUMNS = [
  'id',
  'postId',
  'fromId',
  'toId',
  'onDay',
  'note',
  'items',
  'begunByName',
  'begunAt',
  'fromConfirmedAt',
  'fromConfirmedByName',
  'toConfirmedAt',
  'toConfirmedByName',
  'cancelledAt',
] as const

/** Of whom: of everybody, or of a person (null: of nobody). */
type Whose = 'everybody' | { readonly person: string | null }

/** The handovers of a jurisdiction, the latest first; of a person alone those they are a side of. */
export async function loadHandovers(tx: Tx, jurisdictionId: string, whose: Whose): Promise<readonly Handover[]> {
  const person = whose === 'everybody' ? null : whose.person
  if (whose !== 'everybody' && person === null) return []
  const rows = await tx
    .selectFrom('handover')
    .select(COLUMNS)
    .where('jurisdictionId', '=', jurisdictionId)
    .$if(person !== null, (query) => query.where((eb) => eb.or([eb('fromId', '=', person ?? ''), eb('toId', '=', person ?? '')])))
    .orderBy('begunAt', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => Handover.parse(row))
}

/** Locks and loads one; NOT_FOUND where the jurisdiction has none so, or it is none of theirs. */
export async function lockHandover(tx: Tx, jurisdictionId: string, id: string, whose: Whose): Promise<Handover> {
  const row = await tx
    .selectFrom('handover')
    .select(COLUMNS)
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  const isTheirs = row !== undefined && (whose === 'everybody' || row.fromId === whose.person || row.toId === whose.person)
  if (!isTheirs) throw new AppError('NOT_FOUND')
  return Handover.parse(row)
}
