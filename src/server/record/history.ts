import type * as z from 'zod'
import type { Names, StoredRecord } from '#contract/record.ts'
import type { Moment } from '#core/moment/moment.ts'
import type { Pack } from '#core/pack/pack.ts'
import { journalReading, sensitiveAmong } from '#server/access/personal.ts'
import { demandRecordSeen, recordSight } from '#server/access/records.ts'
import { isLateEntry } from '#core/record/late-entry.ts'
import { namedIn } from '#core/record/named-in.ts'
import { dayInShanghai } from '#server/platform/clock.ts'
import { AppError } from '#server/platform/errors.ts'
import { readMoment } from '#server/moment/read-moment.ts'
import { namesOf } from '#server/record/names.ts'
import { loadSetting } from '#server/record/setting.ts'
import { RECORD_COLUMNS, recordOf } from '#server/record/stored.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

interface History {
  readonly revisions: readonly z.infer<typeof StoredRecord>[]
  readonly isLate: boolean
  readonly names: z.infer<typeof Names>
}

/** Every revision of a record that was known at an instant, the first first, with the names of all it names; NOT_FOUND where there is none. */
export async function recordHistory(
  context: Context & { readonly packs: readonly Pack[] },
  input: { readonly id: string; readonly knownAt: Moment['knownAt'] },
): Promise<History> {
  const { sensitive, ...history } = await view(context, async ({ tx: current, actor, allow, scope }) => {
    allow('record:read')
    const { jurisdictionId } = actor
    const tx = readMoment(current, context, { asOf: null, knownAt: input.knownAt })
    const sight = await recordSight(tx, await scope(), context.packs, { withPersonal: true })
    await demandRecordSeen(tx, sight, input.id)
    const rows = await tx
      .selectFrom('recordRevision')
      .select([...RECORD_COLUMNS, 'enteredByName'])
      .where('jurisdictionId', '=', jurisdictionId)
      .where('id', '=', input.id)
      .where(sight.isSeen)
      .orderBy('revision')
      .execute()
    const revisions = rows.map((row) => ({ ...sight.cleared(recordOf(row)), enteredBy: row.enteredByName }))
    const [first, last] = [revisions[0], revisions.at(-1)]
    if (first === undefined || last === undefined) throw new AppError('NOT_FOUND')
    const register = sight.registers.get(first.register)
    const { lateAfterDays } = await loadSetting(tx, jurisdictionId)
    return {
      sensitive: await sensitiveAmong(tx, sight, revisions),
      revisions,
      isLate: isLateEntry(last.occurredOn.to, dayInShanghai(first.enteredAt), { lateAfterDays, filing: register?.filing ?? null }),
      names: await namesOf(
        tx,
        jurisdictionId,
        revisions.flatMap((revision) => namedIn(revision, register)),
        sight,
      ),
    }
  })
  await journalReading(context, sensitive)
  return history
}
