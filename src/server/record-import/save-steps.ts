import type { Day } from '#core/day/day.ts'
import { keysOfRecord } from '#core/occurrence/view.ts'
import type { ImportStep } from '#core/record-import/plan-rows.ts'
import { RecordId, type WorkRecord } from '#core/record/record.ts'
import type { RegisterId } from '#core/register/field.ts'
import { indexRoster } from '#core/roster/roster-index.ts'
import { loadWatchers } from '#server/counting/watch.ts'
import type { Tx } from '#server/db/connect.ts'
import { recordEntries } from '#server/journal/record.ts'
import { recompute } from '#server/occurrence/recompute.ts'
import { cachedOrganisation } from '#server/org/cached.ts'
import { rulingCommitments } from '#server/record-import/rulings.ts'
import { saveFirstRevisions } from '#server/record/save-many.ts'
import { saveRevision } from '#server/record/stored.ts'
import type { Context } from '#server/verb/context.ts'

/** What is written at a time; between two of them the import can be cancelled. */
const AT_A_TIME = 250

interface Steps {
  readonly register: RegisterId
  readonly steps: readonly ImportStep[]
  readonly asOf: Day
  readonly importId: string
}

interface Written {
  readonly before: WorkRecord | null
  readonly after: WorkRecord
  readonly number: string
}

/** Writes what an import adds and changes, then evaluates once all that it touches. The clock is locked. */
export async function saveSteps(
  tx: Tx,
  context: Context,
  { register, steps, asOf, importId }: Steps,
  progress: (done: number, all: number) => Promise<void>,
): Promise<void> {
  const written = steps.flatMap((step): readonly Written[] => {
    if (step.act === 'update') return [{ before: step.before, after: step.after, number: '' }]
    if (step.act !== 'add') return []
    const after: WorkRecord = {
      ...step.entry,
      id: RecordId.parse(context.newId()),
      revision: 1,
      register,
      enteredAt: context.now,
      note: '',
    }
    return [{ before: null, after, number: step.number }]
  })
  const done = steps.length - written.length
  for (let at = 0; at < written.length; at += AT_A_TIME) {
    await saveSome(tx, context, written.slice(at, at + AT_A_TIME), importId)
    await progress(Math.min(done + at + AT_A_TIME, steps.length), steps.length)
  }
  await evaluate(tx, context.actor.jurisdictionId, register, written, asOf)
}

async function saveSome(tx: Tx, context: Context, some: readonly Written[], importId: string): Promise<void> {
  const { jurisdictionId } = context.actor
  const added = some.filter(({ before }) => before === null)
  await saveFirstRevisions(
    tx,
    context,
    added.map(({ after }) => after),
  )
  for (const { before, after } of some) if (before !== null) await saveRevision(tx, context, after, before)
  const numbers = added
    .filter(({ number }) => number !== '')
    .map(({ number, after }) => ({ jurisdictionId, register: after.register, number, recordId: after.id }))
  if (numbers.length > 0) await tx.insertInto('recordNumber').values(numbers).execute()
  await recordEntries(
    tx,
    context,
    some.map(({ before, after }) => ({
      verb: before === null ? 'record.enter' : 'record.correct',
      subject: { kind: 'record', id: after.id },
      ...(before === null ? {} : { before }),
      after: { ...after, import: importId },
    })),
  )
}

/** One evaluation of every commitment that looks at what was written. */
async function evaluate(tx: Tx, jurisdictionId: string, register: RegisterId, written: readonly Written[], asOf: Day): Promise<void> {
  if (written.length === 0) return
  const { roster } = await cachedOrganisation(tx, jurisdictionId)
  const index = indexRoster(roster)
  const keys = new Set<string>()
  for (const { before, after } of written)
    for (const record of before === null ? [after] : [before, after]) for (const key of keysOfRecord(record, index)) keys.add(key)
  const changed = written.flatMap(({ before, after }) => (before === null ? [] : [after.id]))
  const watchers = await loadWatchers(tx, jurisdictionId, {
    register,
    keys: [...keys],
    commitments: [],
    themselves: await rulingCommitments(tx, jurisdictionId, changed),
  })
  await recompute(tx, { jurisdictionId, asOf, only: new Set(watchers.map(({ terms }) => terms.commitment)) })
}
