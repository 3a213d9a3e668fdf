import { sql } from 'kysely'
import * as z from 'zod'
import type { CommitmentPage } from '#contract/commitment.ts'
import { Instant } from '#core/day/day.ts'
import { RecordId } from '#core/record/record.ts'
import { Definition } from '#core/terms/definition.ts'
import type { Tx } from '#server/db/connect.ts'

type Entry = z.infer<typeof CommitmentPage>['history'][number]

const VERBS = ['add', 'edit', 'split', 'merge', 'discard', 'restore', 'carry-over', 'revise'] as const
const Verb = z.enum(VERBS)
// of one commitment, or of all that a merge or split was about
const Written = z.union([z.looseObject({}), z.array(z.looseObject({}))])

/** Who changed what of a commitment and when, the latest first: its reading and state, its counting, and records by hand. Nothing about a person. */
export async function loadHistory(
  tx: Tx,
  { jurisdictionId, planId, id }: { readonly jurisdictionId: string; readonly planId: string; readonly id: string },
): Promise<readonly Entry[]> {
  const entries = await tx
    .selectFrom('journalEntry')
    .select(['at', 'actorName', 'verb', 'before', 'after'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('subjectKind', '=', 'commitment')
    .where('subjectId', '=', id)
    .where('result', '=', 'done')
    .orderBy('at')
    .orderBy('id')
    .execute()
  const changes = entries.flatMap(({ at, actorName: by, verb, before, after }): Entry[] => {
    const when = { at: Instant.parse(at), by: by ?? '' }
    if (verb === 'counting.define')
      return [{ kind: 'define', ...when, before: Definition.nullable().catch(null).parse(before), after: Definition.parse(after) }]
    const found = Verb.safeParse(verb.replace(/^commitment\./, ''))
    if (!found.success) return []
    return [{ kind: 'change', ...when, verb: found.data, parts: partsChanged(id, before, after), note: noteIn(id, after) }]
  })
  const all = [...(await confirmations(tx, jurisdictionId, planId, id)), ...changes, ...(await rulings(tx, jurisdictionId, id))]
  // of one instant what was written later comes first
  return all.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).toReversed()
}

async function confirmations(tx: Tx, jurisdictionId: string, planId: string, id: string): Promise<readonly Entry[]> {
  const rows = await tx
    .selectFrom('journalEntry')
    .select(['at', 'actorName'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('verb', '=', 'plan.confirm')
    .where((eb) =>
      eb.or([
        eb.and([eb('subjectKind', '=', 'plan'), eb('subjectId', '=', planId)]),
        eb.and([
          eb('subjectKind', '=', 'clause'),
          eb(
            'subjectId',
            'in',
            eb
              .selectFrom('clause')
              .select(sql<string>`id::text`.as('id'))
              .where('clause.jurisdictionId', '=', jurisdictionId)
              .where('clause.planId', '=', planId),
          ),
        ]),
      ]),
    )
    .where(sql<boolean>`after @> ${JSON.stringify([{ id }])}::jsonb`)
    .execute()
  return rows.map(({ at, actorName }) => ({
    kind: 'change',
    at: Instant.parse(at),
    by: actorName ?? '',
    verb: 'confirm',
    parts: [],
    note: '',
  }))
}

async function rulings(tx: Tx, jurisdictionId: string, id: string): Promise<readonly Entry[]> {
  const rows = await tx
    .selectFrom('ruling')
    .select(['recordId', 'counts', 'reason', 'ruledAt', 'ruledByName'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('commitmentId', '=', id)
    .execute()
  return rows.map(({ recordId, counts, reason, ruledAt, ruledByName }) => ({
    kind: 'rule',
    at: Instant.parse(ruledAt),
    by: ruledByName,
    record: RecordId.parse(recordId),
    counts,
    reason,
  }))
}

type Loose = Readonly<Record<string, unknown>>

function itself(id: string, value: unknown): Loose | null {
  const found = Written.safeParse(value)
  if (!found.success) return null
  const all: readonly Loose[] = Array.isArray(found.data) ? found.data : [found.data]
  return all.find((each) => each['id'] === id) ?? null
}

/** The parts of the reading that differ. */
function partsChanged(id: string, before: unknown, after: unknown): readonly string[] {
  const [earlier, later] = [readingOf(itself(id, before)), readingOf(itself(id, after))]
  if (earlier === null || later === null) return []
  return Object.keys(later).filter((part) => JSON.stringify(valueOf(earlier[part])) !== JSON.stringify(valueOf(later[part])))
}

function readingOf(commitment: Loose | null): Loose | null {
  return looseOf(commitment?.['reading'])
}

function valueOf(part: unknown): unknown {
  return looseOf(part)?.['value'] ?? part
}

function noteIn(id: string, after: unknown): string {
  const note = looseOf(itself(id, after)?.['decision'])?.['note']
  return typeof note === 'string' ? note : ''
}

function looseOf(value: unknown): Loose | null {
  const found = z.looseObject({}).safeParse(value)
  return found.success ? found.data : null
}
