import type { WorkRecord } from '#core/record/record.ts'
import type { RegisterId } from '#core/register/field.ts'
import type { Register } from '#core/register/register.ts'
import { recordEntries } from '#server/journal/record.ts'
import { AppError } from '#server/platform/errors.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** Of records those about single persons. */
export function personalAmong(
  records: readonly Pick<WorkRecord, 'id' | 'register'>[],
  registers: ReadonlyMap<RegisterId, Register>,
): readonly string[] {
  const ids = records.filter(({ register }) => registers.get(register)?.sensitivity === 'personal').map(({ id }) => id)
  return [...new Set<string>(ids)]
}

/**
 * 查阅留痕: journals that somebody reads records about single persons, one entry a record, before they are given out: whoever they are about sees it. In service
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
