import { sql } from 'kysely'
import * as z from 'zod'
import type { Day, Instant } from '#core/day/day.ts'
import type { Tx } from '#server/db/connect.ts'

/** The ledger of a past day. `mark`: the last entry of the journal it has seen. `progress` null: it is worked out. */
export interface Past {
  readonly id: string
  readonly asOf: Day
  readonly knownAt: Instant | null
  readonly progress: number | null
}

interface Wanted {
  readonly asOf: Day
  readonly knownAt: Instant | null
  readonly mark: string | null
  readonly now: Instant
}

const dayColumn = z.custom<Day>()
const instantColumn = z.custom<Instant | null>()
/** Kinds of journal subject, and verbs, that no figure of the ledger follows from. */
const WITHOUT_EFFECT = {
  kinds: [
    'account',
    'difficulty',
    'digest',
    'inspection',
    'inspection-finding',
    'inspection-limit',
    'inspection-template',
    'dispatch',
    'draw',
    'grant',
    'handover',
    'import',
    'jurisdiction',
    'journal',
    'ledger',
    'permission',
    'phrase-rule',
    'plan-batch',
    'pledge',
    'quarter-report',
    'reconciliation',
    'reminder',
    'reminder-setting',
    'saved-view',
    'session',
    'similar-case',
    'submission',
    'substitution',
    'timetable',
  ],
  // who reads, prints or takes a copy changes nothing
  verbs: [
    'claim.give-back',
    'claim.make',
    'closure.add-signer',
    'closure.check',
    'closure.configure',
    'closure.export',
    'closure.open',
    'difficulty.raise',
    'dispatch.dispatch',
    'dispatch.export',
    'dispatch.first-responsible',
    'evidence.date',
    'evidence.upload',
    'file.store',
    'finding.decide',
    'finding.state',
    'organisation.export',
    'organisation-import.read',
    'plan.export',
    'progress.write',
    'record.export',
    'record.read',
    'record-import.read',
    'reminder.send',
    'revision.compare',
  ],
}
/** What takes away what was known: the past that it leaves is another. */
const TAKES_AWAY = ['plan.remove', 'record.erase']
/** What nobody has asked for in a day is dropped; at most so many are kept. */
const KEPT_MS = 86_400_000
const KEPT_MOST = 12
/** A job that has told nothing for so long is taken to be dead. */
const SILENT_MS = 600_000

/**
 * The last entry of the journal that figures may follow from: of what was known at an instant the last one by then, and what was taken away since. Who writes such an
 * entry holds the clock, so their ids grow in the order of commits.
 */
export async function loadMark(tx: Tx, jurisdictionId: string, knownAt: Instant | null): Promise<string | null> {
  const row = await tx
    .selectFrom('journalEntry')
    .select('id')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('subjectKind', 'not in', WITHOUT_EFFECT.kinds)
    .where('verb', 'not in', WITHOUT_EFFECT.verbs)
    .where('result', '=', 'done')
    .$if(knownAt !== null, (query) => query.where((eb) => eb.or([eb('at', '<=', knownAt ?? ''), eb('verb', 'in', TAKES_AWAY)])))
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

/** The ledger of a day that still holds: nothing was written since. */
export async function findPast(tx: Tx, jurisdictionId: string, { asOf, knownAt, mark, now }: Wanted): Promise<Past | null> {
  const row = await tx
    .selectFrom('ledgerEdition')
    .select(['id', 'state', 'progress', 'askedAt'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('asOf', '=', asOf)
    .where('knownAt', 'is not distinct from', knownAt)
    .where('mark', 'is not distinct from', mark)
    .where('state', '!=', 'failed')
    .orderBy('askedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row || (row.state === 'working' && Date.parse(now) - Date.parse(row.askedAt) > SILENT_MS)) return null
  return { id: row.id, asOf, knownAt, progress: row.state === 'done' ? null : row.progress }
}

/** The ledger of a day that is still to be worked out; null where it is there, or nobody needs it any more. */
export async function loadPast(tx: Tx, jurisdictionId: string, id: string): Promise<Past | null> {
  const row = await tx
    .selectFrom('ledgerEdition')
    .select(['asOf', 'knownAt', 'progress'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', id)
    .where('state', '=', 'working')
    .executeTakeFirst()
  return row ? { id, asOf: dayColumn.parse(row.asOf), knownAt: instantColumn.parse(row.knownAt), progress: row.progress } : null
}

/** Begins the ledger of a day, and drops those nobody needs any more. */
export async function insertPast(tx: Tx, jurisdictionId: string, wanted: Wanted & { readonly id: string }): Promise<Past> {
  await dropOld(tx, jurisdictionId, wanted.now)
  const { id, asOf, knownAt, mark, now } = wanted
  await tx
    .insertInto('ledgerEdition')
    .values({ jurisdictionId, id, asOf, knownAt, mark, state: 'working', progress: 0, askedAt: now })
    .execute()
  return { id, asOf, knownAt, progress: 0 }
}

/** How far it is; 100: done. */
export async function savePastProgress(tx: Tx, jurisdictionId: string, id: string, progress: number): Promise<void> {
  await tx
    .updateTable('ledgerEdition')
    .set({ progress, state: progress === 100 ? 'done' : 'working' })
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', id)
    .execute()
}

async function dropOld(tx: Tx, jurisdictionId: string, now: Instant): Promise<void> {
  const rows = await tx
    .selectFrom('ledgerEdition')
    .select(['id', 'askedAt'])
    .where('jurisdictionId', '=', jurisdictionId)
    .orderBy('askedAt', 'desc')
    .execute()
  const old = rows.filter(({ askedAt }, index) => index >= KEPT_MOST || Date.parse(now) - Date.parse(askedAt) > KEPT_MS).map(({ id }) => id)
  if (old.length === 0) return
  for (const table of ['pastOccurrence', 'ledgerStanding', 'ledgerEdition'] as const)
    await tx
      .deleteFrom(table)
      .where('jurisdictionId', '=', jurisdictionId)
      .where(table === 'ledgerEdition' ? sql.ref('id') : sql.ref('edition'), '=', sql`any(${old}::uuid[])`)
      .execute()
}
