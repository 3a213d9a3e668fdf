import type { InspectionPlan } from '#core/inspection/plan.ts'
import { Mark, rankOf } from '#core/access/mark.ts'
import type { Scope } from '#server/access/load-scope.ts'
import { isSeenCommitment } from '#server/access/seen.ts'
import type { Tx } from '#server/db/connect.ts'
import { drawSight } from '#server/draw/sight.ts'
import { type Belonging } from '#server/inspection/belonging.ts'
import { namesIn } from '#server/inspection/view.ts'
import type { Caller } from '#server/inspection/sight.ts'
import { AppError } from '#server/platform/errors.ts'

interface Checked {
  readonly names: ReadonlyMap<string, string>
  readonly accounts: ReadonlyMap<string, string>
  readonly mark: number
}

/** What a plan names, looked up; INVALID names what is not there. */
export async function checkPlan(
  tx: Tx,
  context: Caller,
  scope: Scope,
  { plan, belonging }: { readonly plan: InspectionPlan; readonly belonging: Belonging },
): Promise<Checked> {
  const names = namesIn(belonging)
  const accounts = await accountsOf(tx, scope.jurisdictionId)
  const mark = await markOfDraw(tx, context, scope, plan.draw)
  const promises = new Set(plan.items.flatMap(({ commitments }) => commitments))
  const known = await knownPromises(tx, scope, [...promises])
  const fields = [
    ...plan.visits.flatMap(({ org }, index) => (names.has(org) ? [] : [{ path: ['visits', String(index)], code: 'unknown-org' }])),
    ...[...(plan.lead === null ? [] : [plan.lead]), ...plan.members].flatMap((account) =>
      accounts.has(account) ? [] : [{ path: ['members', account], code: 'unknown-account' }],
    ),
    ...[...promises].flatMap((id) => (known.has(id) ? [] : [{ path: ['items', id], code: 'unknown-commitment' }])),
    ...(mark === null ? [{ path: ['draw'], code: 'unknown-draw' }] : []),
    ...((plan.kind === 'sample') === (plan.draw !== null) ? [] : [{ path: ['draw'], code: 'draw-and-kind' }]),
    ...(plan.from > plan.to ? [{ path: ['to'], code: 'days-reversed' }] : []),
    ...plan.visits.flatMap(({ from, to }, index) => (from > to ? [{ path: ['visits', String(index)], code: 'days-reversed' }] : [])),
    ...(new Set([plan.lead, ...plan.members]).size === plan.members.length + 1 ? [] : [{ path: ['members'], code: 'member-twice' }]),
  ]
  if (fields.length > 0 || mark === null) throw new AppError('INVALID', { fields })
  return { names, accounts, mark }
}

/** Writes team, visits and items of a plan anew: it is a draft, nothing points at them yet. */
export async function savePlan(
  tx: Tx,
  { actor: { jurisdictionId }, newId }: Caller,
  { id, plan, checked }: { readonly id: string; readonly plan: InspectionPlan; readonly checked: Checked },
): Promise<void> {
  for (const table of ['inspectionMember', 'inspectionVisit', 'inspectionItem'] as const)
    await tx.deleteFrom(table).where('jurisdictionId', '=', jurisdictionId).where('inspectionId', '=', id).execute()
  const own = { jurisdictionId, inspectionId: id }
  const team = [
    ...(plan.lead === null ? [] : [{ account: plan.lead, leads: true }]),
    ...plan.members.map((account) => ({ account, leads: false })),
  ]
  if (team.length > 0)
    await tx
      .insertInto('inspectionMember')
      .values(team.map(({ account, leads }) => ({ ...own, account, leads, name: checked.accounts.get(account) ?? '' })))
      .execute()
  if (plan.visits.length > 0)
    await tx
      .insertInto('inspectionVisit')
      .values(
        plan.visits.map(({ org, drawn, from, to, people, minutes }, index) => ({
          ...own,
          id: newId(),
          ordinal: index + 1,
          orgId: org,
          orgName: checked.names.get(org) ?? '',
          drawn,
          fromDay: from,
          toDay: to,
          people,
          minutes,
        })),
      )
      .execute()
  if (plan.items.length > 0)
    await tx
      .insertInto('inspectionItem')
      .values(
        plan.items.map(({ words, lookAt, commitments }, index) => ({
          ...own,
          id: newId(),
          ordinal: index + 1,
          words,
          lookAt,
          commitments: [...commitments],
        })),
      )
      .execute()
}

/** The columns of an inspection that its plan gives. */
export function rowOf({ kind, title, topic, purpose, from, to, draw, reasonOver }: InspectionPlan, { mark }: Checked) {
  return { kind, title, topic, purpose, fromDay: from, toDay: to, drawId: draw, reasonOver, mark }
}

/** Accounts that work with the ledger, by their ids. */
export async function accountsOf(tx: Tx, jurisdictionId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('account')
    .select(['id', 'name'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('post', 'in', ['office', 'leader', 'unit'])
    .where('disabledAt', 'is', null)
    .orderBy('name')
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

async function knownPromises(tx: Tx, scope: Scope, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx
    .selectFrom('ledgerEntry')
    .select('commitmentId')
    .where('jurisdictionId', '=', scope.jurisdictionId)
    .where('state', '=', 'confirmed')
    .where((eb) => eb('commitmentId', '=', eb.fn.any(eb.val([...ids]))))
    .where((eb) => isSeenCommitment(tx, scope, eb.ref('commitmentId'), 'confirmed'))
    .execute()
  return new Set(rows.map(({ commitmentId }) => commitmentId))
}

/** How sensitive what was drawn is; null: there is no such draw that is done and seen. */
async function markOfDraw(tx: Tx, { packs }: Caller, scope: Scope, draw: string | null): Promise<number | null> {
  if (draw === null) return rankOf(Mark.enum.public)
  const { isSeen } = await drawSight(tx, scope, packs)
  const row = await tx
    .selectFrom('draw')
    .select('mark')
    .where('jurisdictionId', '=', scope.jurisdictionId)
    .where('id', '=', draw)
    .where('state', '=', 'drawn')
    .where(isSeen)
    .executeTakeFirst()
  return row?.mark ?? null
}
