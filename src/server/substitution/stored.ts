import { Substitution } from '#core/substitution/substitution.ts'
import type { Tx } from '#server/db/connect.ts'
import { AppError } from '#server/platform/errors.ts'

const COLUMNS = [
  'id',
  'postId',
  'absentId',
  'substituteId',
  'fromDay',
  'toDay',
  'reason',
  'requestedBy',
  'requestedByName',
  'requestedAt',
  'state',
  'decidedByName',
  'decidedAt',
] as const

/** Of whom: of everybody, or of a person (null: of nobody). */
type Whose = 'everybody' | { readonly person: string | null }

/** The substitutions of a jurisdiction, the latest first; of a person alone those that concern them. */
export async function loadSubstitutions(tx: Tx, jurisdictionId: string, whose: Whose): Promise<readonly Substitution[]> {
  const person = whose === 'everybody' ? null : whose.person
  if (whose !== 'everybody' && person === null) return []
  const rows = await tx
    .selectFrom('substitution')
    .select(COLUMNS)
    .where('jurisdictionId', '=', jurisdictionId)
    .$if(person !== null, (query) => query.where((eb) => eb.or([eb('absentId', '=', person ?? ''), eb('substituteId', '=', person ?? '')])))
    .orderBy('fromDay', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => Substitution.parse(row))
}

/** Locks and loads one; NOT_FOUND where the jurisdiction has none so, or it does not concern them. */
export async function lockSubstitution(tx: Tx, jurisdictionId: string, id: string, whose: Whose): Promise<Substitution> {
  const row = await tx
    .selectFrom('substitution')
    .select(COLUMNS)
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  const isTheirs = row !== undefined && (whose === 'everybody' || row.absentId === whose.person || row.substituteId === whose.person)
  if (!isTheirs) throw new AppError('NOT_FOUND')
  return Substitution.parse(row)
}
