import { sql } from 'kysely'
import type * as z from 'zod'
import type { ActivityView, FilingView } from '#contract/register.ts'
import type { Day } from '#core/day/day.ts'
import type { Moment } from '#core/moment/moment.ts'
import type { Pack } from '#core/pack/pack.ts'
import type { RegisterId } from '#core/register/field.ts'
import { type FilingMatrix, filingMatrix } from '#core/register/filing.ts'
import type { Scope } from '#server/access/load-scope.ts'
import { type RecordSight, recordSight } from '#server/access/records.ts'
import type { Tx } from '#server/db/connect.ts'
import { readMoment } from '#server/moment/read-moment.ts'
import { cachedOrganisation } from '#server/org/cached.ts'
import { AppError } from '#server/platform/errors.ts'
import { beganOn, loadFilings } from '#server/register/load-filings.ts'
import { loadRegisterSet } from '#server/register/load.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Caller = Context & { readonly packs: readonly Pack[] }

/** 填报情况 of a register, unit by period. */
export async function getFiling(context: Caller, input: Moment & { readonly register: RegisterId }): Promise<z.infer<typeof FilingView>> {
  return view(context, async ({ tx: current, actor, allow, scope }) => {
    const { jurisdictionId } = actor
    allow('register:activity')
    const tx = readMoment(current, context, input)
    const { registers, pack } = await loadRegisterSet(tx, jurisdictionId, context.packs)
    const asked = registers.get(input.register)
    if (asked === undefined) throw new AppError('NOT_FOUND')
    const asOf = input.asOf ?? context.asOf
    const { whole: organisation } = await cachedOrganisation(tx, jurisdictionId)
    const filings = (await loadFilings(tx, jurisdictionId, [asked], asOf.slice(0, 4))).get(asked.id) ?? []
    const since = await beganOn(tx, jurisdictionId)
    const matrix = rowsSeen(filingMatrix(asked, { posts: pack.manifest.posts, organisation, filings, since, asOf }), await scope())
    const shown = new Set(matrix?.rows.flatMap(({ orgs }) => orgs))
    const names = organisation.terms.filter(({ org, from }) => shown.has(org) && from <= asOf).map(({ org, name }) => [org, name] as const)
    return { asOf, matrix, names: Object.fromEntries(names) }
  })
}

/** 登记簿概况: what each register holds this year and what is due. */
export async function getActivity(context: Caller, input: Moment): Promise<z.infer<typeof ActivityView>> {
  return view(context, async ({ tx: current, actor, allow, scope }) => {
    const { jurisdictionId } = actor
    allow('register:activity')
    const tx = readMoment(current, context, input)
    const { registers, pack } = await loadRegisterSet(tx, jurisdictionId, context.packs)
    const asOf = input.asOf ?? context.asOf
    const sight = await recordSight(tx, await scope(), context.packs)
    const counts = await countRecords(tx, sight, asOf)
    const standing = [...registers.values()].filter(({ isRetired }) => !isRetired)
    const filings = await loadFilings(tx, jurisdictionId, standing, asOf.slice(0, 4))
    const { whole: organisation } = await cachedOrganisation(tx, jurisdictionId)
    const since = await beganOn(tx, jurisdictionId)
    return {
      asOf,
      registers: [...registers.values()].map((each) => {
        const facts = { posts: pack.manifest.posts, organisation, filings: filings.get(each.id) ?? [], since, asOf }
        const matrix = each.isRetired ? null : rowsSeen(filingMatrix(each, facts), sight.scope)
        return { register: each.id, records: counts.get(each.id) ?? 0, filing: matrix === null ? null : dueIn(matrix) }
      }),
    }
  })
}

/** Of a matrix the rows that are seen: all by whoever sees the ledger, else those of one's orgs. */
function rowsSeen(matrix: FilingMatrix | null, { seesLedger, orgs }: Scope): FilingMatrix | null {
  if (matrix === null || seesLedger) return matrix
  return { ...matrix, rows: matrix.rows.filter((row) => row.orgs.some((org) => orgs.includes(org))) }
}

async function countRecords(tx: Tx, { scope, isSeen }: RecordSight, asOf: Day): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom('recordRevision')
    .select(['register', sql<string>`count(*)`.as('records')])
    .where('jurisdictionId', '=', scope.jurisdictionId)
    .where(isSeen)
    .where('isStanding', '=', true)
    .where('state', 'in', ['submitted', 'accepted', 'returned'])
    .where('toDay', '>=', `${asOf.slice(0, 4)}-01-01`)
    .where('toDay', '<=', asOf)
    .groupBy('register')
    .execute()
  return new Map(rows.map((row) => [row.register, Number(row.records)]))
}

function dueIn({ rows, unknown }: FilingMatrix): { missing: number; open: number; isAsked: boolean } {
  const states = rows.flatMap((row) => row.states.map(({ state }) => state))
  const count = (asked: string): number => states.filter((state) => state === asked).length
  return { missing: count('missing'), open: count('open'), isAsked: rows.length > 0 || unknown.length === 0 }
}
