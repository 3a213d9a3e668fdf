import { sql } from 'kysely'
import * as z from 'zod'
import type { RecordStart } from '#contract/record-reading.ts'
import { CommitmentId } from '#core/commitment/commitment.ts'
import type { Day } from '#core/day/day.ts'
import { holdersOn } from '#core/roster/members-on.ts'
import { holdsOn } from '#core/roster/interval.ts'
import { keyOf, type Party, partyOf } from '#core/roster/party.ts'
import { indexRoster, isSameOn, type RosterIndex } from '#core/roster/roster-index.ts'
import type { RegisterId } from '#core/register/field.ts'
import type { Roster } from '#core/roster/roster.ts'
import { Terms } from '#core/terms/terms.ts'
import { subjectsSeen } from '#server/access/demand.ts'
import type { Pack } from '#core/pack/pack.ts'
import { recordSight } from '#server/access/records.ts'
import type { Tx } from '#server/db/connect.ts'
import { cachedOrganisation } from '#server/org/cached.ts'
import { AppError } from '#server/platform/errors.ts'
import { namesOf } from '#server/record/names.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Start = z.infer<typeof RecordStart>
type Owed = Start['owed'][number]
type Row = Pick<Owed, 'subject' | 'period' | 'from' | 'to' | 'required' | 'actual' | 'owed'>

/** So many subjects are offered: more are found by name. */
const MOST_OFFERED = 60

const rowColumn = z.custom<Row>()

/** 登记前: who enters, for which org (`org`, where it is known), and for a commitment which registers count and who still owes on that day. NOT_FOUND where there is no such commitment. */
export async function startRecord(
  context: Context & { readonly packs: readonly Pack[] },
  input: { readonly commitment: CommitmentId | null; readonly on?: Day | undefined; readonly org?: string | undefined },
): Promise<Start> {
  return view(context, async ({ tx, actor, allow, scope }) => {
    allow('record:enter')
    const { jurisdictionId } = actor
    const isSeen = input.commitment === null ? () => true : await subjectsSeen(tx, await scope(), input.commitment)
    const sight = await recordSight(tx, await scope(), context.packs)
    const fillable = [...sight.registers.values()].filter((register) => !register.isRetired && sight.mayFill(register)).map(({ id }) => id)
    const on = input.on ?? context.asOf
    const { roster } = await cachedOrganisation(tx, jurisdictionId)
    const index = indexRoster(roster)
    const me = await personOf(tx, jurisdictionId, actor.accountId)
    const org =
      input.org ?? orgOn(me, on, roster, index) ?? roster.orgs.find((each) => each.parent === null && holdsOn(each, on))?.id ?? null
    const found = input.commitment === null ? null : await findCommitment(tx, jurisdictionId, input.commitment)
    const rows =
      input.commitment === null ? [] : (await owedOn(tx, jurisdictionId, input.commitment, on)).filter(({ subject }) => isSeen(subject))
    const { post, entersFor } = await scope()
    // a unit that answers for what the whole owes enters it as its own work
    const enteredFor = (each: Owed): Owed =>
      post === 'unit' && each.org !== null && !entersFor.includes(each.org) ? { ...each, org } : each
    const owed = rows
      .map((row) => enteredFor(owedBy(row, { me, on, roster, index })))
      .toSorted((a, b) => Number(b.isMine) - Number(a.isMine))
    const keys = [me, ...owed.flatMap(({ subjects }) => subjects)].flatMap((party) => (party === null ? [] : [keyOf(party)]))
    const orgs = [org, ...owed.map((each) => each.org)].flatMap((id) => (id === null ? [] : [`org:${id}`]))
    const names = await namesOf(tx, jurisdictionId, [...keys, ...orgs, ...owed.map(({ subject }) => subject)])
    return { today: context.asOf, me, org, commitment: found?.commitment ?? null, registers: found?.registers ?? [], fillable, owed, names }
  })
}

async function personOf(tx: Tx, jurisdictionId: string, accountId: string): Promise<Party | null> {
  const row = await tx
    .selectFrom('person')
    .select('id')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('accountId', '=', accountId)
    .executeTakeFirst()
  return row === undefined ? null : { kind: 'person', id: row.id }
}

async function findCommitment(tx: Tx, jurisdictionId: string, id: CommitmentId) {
  const row = await tx
    .selectFrom('ledgerEntry')
    .leftJoin('counting', (join) =>
      join
        .onRef('counting.jurisdictionId', '=', 'ledgerEntry.jurisdictionId')
        .onRef('counting.commitmentId', '=', 'ledgerEntry.commitmentId'),
    )
    .select(['ledgerEntry.ref', 'ledgerEntry.sentence', 'counting.terms'])
    .where('ledgerEntry.jurisdictionId', '=', jurisdictionId)
    .where('ledgerEntry.commitmentId', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new AppError('NOT_FOUND')
  const terms = row.terms === null ? null : Terms.parse(row.terms)
  const registers: RegisterId[] = [...new Set(terms?.counting.sources.map(({ register }) => register) ?? [])]
  return { commitment: { id, ref: row.ref, sentence: row.sentence, unit: terms?.target.unit ?? '' }, registers }
}

/** What is not met of the periods a day lies in. */
async function owedOn(tx: Tx, jurisdictionId: string, commitment: CommitmentId, on: Day): Promise<readonly Row[]> {
  const rows = await tx
    .selectFrom('occurrence')
    .select(['subject', 'period', 'periodFrom as from', 'periodTo as to', 'required', 'actual', 'owed'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('commitmentId', '=', commitment)
    .where('periodFrom', '<=', on)
    .where((eb) => eb.or([eb('periodTo', 'is', null), eb('periodTo', '>=', on), eb('state', 'in', ['short', 'missed'])]))
    .where('state', 'in', ['open', 'short', 'missed'])
    .orderBy(sql`period_to nulls last`)
    .orderBy('subject')
    .limit(MOST_OFFERED)
    .execute()
  return rows.map((row) => rowColumn.parse(row))
}

interface Ground {
  readonly me: Party | null
  readonly on: Day
  readonly roster: Roster
  readonly index: RosterIndex
}

/** A post is named by whoever holds it: what is done stays theirs. An org does it itself. */
function owedBy(row: Row, { me, on, roster, index }: Ground): Owed {
  const party = partyOf(row.subject.split('+')[0] ?? '')
  if (party === null) return { ...row, isMine: false, org: null, subjects: [] }
  const holders = party.kind === 'post' ? holdersOn(party.id, on, index) : []
  const [holder] = holders
  const named = holder !== undefined && holders.length === 1 ? holder : party
  const isMine = me !== null && isSameOn(me, keyOf(party), on, index)
  if (named.kind === 'org') return { ...row, isMine, org: named.id, subjects: [] }
  return { ...row, isMine, org: orgOn(named, on, roster, index), subjects: [named] }
}

/** Where somebody works on a day: the org of the first post held. */
function orgOn(party: Party | null, on: Day, roster: Roster, index: RosterIndex): string | null {
  if (party === null || party.kind === 'org') return party?.id ?? null
  const held = party.kind === 'post' ? party.id : index.holdingsOfPerson.get(party.id)?.find((holding) => holdsOn(holding, on))?.post
  return roster.posts.find(({ id }) => id === held)?.org ?? null
}
