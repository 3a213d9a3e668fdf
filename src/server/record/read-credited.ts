import { sql } from 'kysely'
import * as z from 'zod'
import type { Credited, Names } from '#contract/record.ts'
import { CommitmentId } from '#core/commitment/commitment.ts'
import type { Pack } from '#core/pack/pack.ts'
import { keysOfRecord } from '#core/occurrence/view.ts'
import type { RecordId, WorkRecord } from '#core/record/record.ts'
import { linksOfRecord } from '#core/record/record-parties.ts'
import { keyOf } from '#core/roster/party.ts'
import { indexRoster } from '#core/roster/roster-index.ts'
import type { Scope } from '#server/access/load-scope.ts'
import { recordSight } from '#server/access/records.ts'
import type { Tx } from '#server/db/connect.ts'
import { loadClock } from '#server/occurrence/clock.ts'
import { loadCredits, nameOf } from '#server/occurrence/credits.ts'
import type { Followed } from '#server/occurrence/follow.ts'
import { cachedOrganisation } from '#server/org/cached.ts'
import { creditedBy } from '#server/record/credited.ts'
import { loadRecord } from '#server/record/load.ts'
import { namesOf } from '#server/record/names.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Answer = z.infer<typeof Credited>
type Kept = Omit<Followed['occurrences'][number], 'asOf' | 'explanation'>

// the column holds what core made: it is taken as it is
const detailColumn = z.custom<Kept>()

/** 计入情况 of the record that stands, from the occurrences that are kept. */
export async function readCredited(
  context: Context & { readonly packs: readonly Pack[] },
  { id }: { readonly id: RecordId },
): Promise<{ credited: readonly Answer[]; names: z.infer<typeof Names> }> {
  return view(context, async ({ tx, actor, allow, scope }) => {
    allow('record:read')
    const { jurisdictionId } = actor
    const sight = await recordSight(tx, await scope(), context.packs)
    const record = await loadRecord(tx, jurisdictionId, { id }, sight)
    const credited = await creditedOf(tx, sight.scope, record)
    return { credited, names: await namesOf(tx, jurisdictionId, keysIn(credited, record), sight) }
  })
}

/** Every commitment that counts the register of a record, or was ruled on it, with what the record is to it. */
export async function creditedOf(tx: Tx, scope: Scope, record: WorkRecord): Promise<readonly Answer[]> {
  const { jurisdictionId } = scope
  const asOf = await loadClock(tx, jurisdictionId)
  if (asOf === null) return []
  const found = await commitmentsFor(tx, jurisdictionId, record)
  if (found.length === 0) return []
  const commitments = found.map(({ commitment }) => commitment)
  const subjects = [...keysOfRecord(record, indexRoster((await cachedOrganisation(tx, jurisdictionId)).roster))]
  const rows = await tx
    .selectFrom('occurrence')
    .select(['commitmentId', 'detail'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('commitmentId', 'in', commitments)
    .where((eb) => eb.or([eb('subject', 'in', subjects), eb(sql<string>`split_part(subject, '+', 1)`, 'in', subjects)]))
    .orderBy('periodFrom')
    .orderBy('subject')
    .execute()
  const kept = Map.groupBy(rows, ({ commitmentId }) => commitmentId)
  const credits = await loadCredits(tx, jurisdictionId, { record: record.id })
  const followed = found.map(({ commitment, ...named }) => ({
    commitment,
    ...named,
    occurrences: (kept.get(commitment) ?? []).map(({ detail }) => {
      const occurrence = detailColumn.parse(detail)
      const { subject, period } = occurrence
      return { ...occurrence, asOf, explanation: credits.get(nameOf(commitment, { subject, period: period.key })) ?? [] }
    }),
  }))
  const credited = await creditedBy(tx, scope, record.id, followed)
  return credited.map((each) =>
    each.occurrence === null ? { ...each, outside: kept.has(each.commitment) ? ('time' as const) : ('subject' as const) } : each,
  )
}

/** Commitments whose own counting takes records of the register (where those must name it: that this one names), and those a person ruled about the record. */
async function commitmentsFor(
  tx: Tx,
  jurisdictionId: string,
  record: WorkRecord,
): Promise<readonly Pick<Followed, 'commitment' | 'terms' | 'ref' | 'sentence'>[]> {
  const { id, register } = record
  const named = linksOfRecord(record).flatMap((key) => (key.startsWith('commitment:') ? [key.slice('commitment:'.length)] : []))
  const whole = sql<boolean>`jsonb_path_exists(terms->'counting'->'sources', '$[*] ? (@.register == $register && !exists(@.link))', ${JSON.stringify({ register })}::jsonb)`
  const rows = await tx
    .selectFrom('counting')
    .innerJoin('ledgerEntry', (join) =>
      join
        .onRef('ledgerEntry.jurisdictionId', '=', 'counting.jurisdictionId')
        .onRef('ledgerEntry.commitmentId', '=', 'counting.commitmentId'),
    )
    .select(['counting.commitmentId', 'counting.terms', 'ledgerEntry.ref', 'ledgerEntry.sentence'])
    .where('counting.jurisdictionId', '=', jurisdictionId)
    .where('counting.terms', 'is not', null)
    .where((eb) =>
      eb.or([
        eb.and([
          sql<boolean>`terms->'counting'->'sources' @> ${JSON.stringify([{ register }])}::jsonb`,
          eb.or([whole, eb('counting.commitmentId', '=', eb.fn.any(eb.val(named)))]),
        ]),
        eb(
          'counting.commitmentId',
          'in',
          eb.selectFrom('ruling').select('commitmentId').where('jurisdictionId', '=', jurisdictionId).where('recordId', '=', id),
        ),
      ]),
    )
    .execute()
  return rows.map(({ commitmentId, terms, ref, sentence }) => ({
    commitment: CommitmentId.parse(commitmentId),
    terms: termsColumn.parse(terms),
    ref,
    sentence,
  }))
}

// the column holds what core made
const termsColumn = z.custom<Followed['terms']>()

function keysIn(credited: readonly Answer[], record: WorkRecord): readonly string[] {
  return [
    ...record.subjects.map(keyOf),
    ...credited.flatMap(({ occurrence, credit }) => [
      ...(occurrence === null ? [] : [occurrence.subject]),
      ...(credit?.reason.params['commitment'] === undefined ? [] : [`commitment:${credit.reason.params['commitment']}`]),
    ]),
  ]
}
