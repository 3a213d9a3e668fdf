import { type Mark, rankOf } from '#core/access/mark.ts'
import type { WorkRecord } from '#core/record/record.ts'
import type { RegisterId } from '#core/register/field.ts'
import { loadMarks, markOf } from '#server/access/marks.ts'
import type { RecordSight } from '#server/access/records.ts'
import type { Tx } from '#server/db/connect.ts'
import { recordEntries } from '#server/journal/record.ts'
import { AppError } from '#server/platform/errors.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** From here on readings leave a trace. */
const SENSITIVE: Mark = 'sensitive'

/** Of records those whose reading is journalled: about single persons, or marked 敏感 or higher, by themselves or by their register. */
export async function sensitiveAmong(
  tx: Tx,
  { scope: { jurisdictionId }, registers }: RecordSight,
  records: readonly Pick<WorkRecord, 'id' | 'register'>[],
): Promise<readonly string[]> {
  if (records.length === 0) return []
  const marks = await loadMarks(tx, jurisdictionId)
  const isSensitive = (id: RegisterId): boolean => {
    const register = registers.get(id)
    return register !== undefined && (register.sensitivity === 'personal' || isAtLeast(markOf(register, marks)))
  }
  const ids = [...new Set<string>(records.map(({ id }) => id))]
  const marked = await tx
    .selectFrom('recordMark')
    .select('recordId')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('mark', '>=', rankOf(SENSITIVE))
    .where((eb) => eb('recordId', '=', eb.fn.any(eb.val(ids))))
    .execute()
  const own = new Set(marked.map(({ recordId }) => recordId))
  return [...new Set<string>(records.filter(({ id, register }) => own.has(id) || isSensitive(register)).map(({ id }) => id))]
}

function isAtLeast(mark: Mark): boolean {
  return rankOf(mark) >= rankOf(SENSITIVE)
}

/**
 * 查阅留痕: journals that somebody reads such records, one entry a record, before they are given out: whoever they are about sees it. In service
 * a second factor is asked for.
 */
export async function journalReading(context: Context, records: readonly string[]): Promise<void> {
  if (records.length === 0) return
  await change(context, async ({ tx, actor, allow, record }) => {
    allow('record:read')
    if (actor.mode === 'service' && (actor.session?.factorAt ?? null) === null)
      throw new AppError('SECOND_FACTOR_REQUIRED', { step: 'enrol-factor' })
    const [first = '', ...others] = records
    await record({ verb: 'record.read', subject: { kind: 'record', id: first } })
    await recordEntries(
      tx,
      context,
      others.map((id) => ({ verb: 'record.read', subject: { kind: 'record', id } })),
    )
  })
}
