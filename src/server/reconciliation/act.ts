import { keepSettled, settle, sign } from '#core/reconciliation/decisions.ts'
import { compareLedgers } from '#core/reconciliation/compare.ts'
import type { Reconciliation, Side } from '#core/reconciliation/reconciliation.ts'
import type { SubLedgerRow } from '#core/reconciliation/sub-ledger.ts'
import { refuse } from '#core/outcome/outcome.ts'
import type { Permission } from '#core/access/policy.ts'
import type { Scope } from '#server/access/load-scope.ts'
import type { Tx } from '#server/db/connect.ts'
import { lockOccurrences } from '#server/occurrence/clock.ts'
import { accepted } from '#server/plan/accepted.ts'
import { AppError } from '#server/platform/errors.ts'
import { loadReconciliation } from '#server/reconciliation/load.ts'
import { loadMasterRows } from '#server/reconciliation/master-rows.ts'
import { demandOwnOrg } from '#server/reconciliation/scope.ts'
import { saveReconciliation } from '#server/reconciliation/save.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** Which version a person saw when they decided. */
interface Seen {
  readonly id: string
  readonly version: number
}

/** 核对: holds the sheet against the rows of an org as they stand today. */
export async function compare(context: Context, input: Seen & { readonly org: string | null }): Promise<Reconciliation> {
  return act(
    context,
    input,
    { verb: 'reconciliation.compare', permission: 'reconciliation:settle' },
    async (before, { rows, tx, scope }) => {
      const { jurisdictionId } = context.actor
      demandOwnOrg(scope, input.org)
      if (before.signed !== null) accepted(refuse('already-signed'))
      await demandOrg(tx, jurisdictionId, input.org)
      const asOf = await lockOccurrences(tx, jurisdictionId, context.asOf)
      const { differences, agreeing } = compareLedgers(rows, await loadMasterRows(tx, jurisdictionId, input.org, asOf))
      return {
        ...before,
        version: before.version + 1,
        org: input.org,
        asOf,
        agreeing,
        differences: keepSettled(before.differences, differences),
      }
    },
  )
}

/** 处理差异. */
export async function settleDifferences(
  context: Context,
  input: Seen & { readonly keys: readonly string[]; readonly side: Side; readonly note: string },
): Promise<Reconciliation> {
  const { keys, side, note } = input
  return act(context, input, { verb: 'reconciliation.settle', permission: 'reconciliation:settle' }, async (before) =>
    accepted(settle(before, { keys, side, note, by: context.actor.name, at: context.now })),
  )
}

/** 对账确认: signed off, it stands as it is. */
export async function signOff(context: Context, input: Seen): Promise<Reconciliation> {
  return act(context, input, { verb: 'reconciliation.sign', permission: 'reconciliation:sign' }, async (before) =>
    accepted(sign(before, { by: context.actor.name, at: context.now })),
  )
}

/** What a decision is made from. */
interface Given {
  readonly rows: readonly SubLedgerRow[]
  readonly tx: Tx
  readonly scope: Scope
}

async function act(
  context: Context,
  seen: Seen,
  { verb, permission }: { readonly verb: string; readonly permission: Permission },
  decide: (before: Reconciliation, given: Given) => Promise<Reconciliation>,
): Promise<Reconciliation> {
  return change(context, async ({ tx, actor, allow, scope: loadScope, record }) => {
    allow(permission)
    const scope = await loadScope()
    const { reconciliation: before, rows } = await loadReconciliation(tx, scope, { id: seen.id, version: seen.version })
    // what is held against a unit's rows already is that unit's; before that it is whose who sent it
    if (before.org !== null) demandOwnOrg(scope, before.org)
    const after = await decide(before, { rows, tx, scope })
    await saveReconciliation(tx, actor.jurisdictionId, after)
    await record({ verb, subject: { kind: 'reconciliation', id: seen.id }, before: briefOf(before), after: briefOf(after) })
    return (await loadReconciliation(tx, scope, { id: seen.id })).reconciliation
  })
}

async function demandOrg(tx: Tx, jurisdictionId: string, org: string | null): Promise<void> {
  if (org === null) return
  const row = await tx.selectFrom('org').select('id').where('jurisdictionId', '=', jurisdictionId).where('id', '=', org).executeTakeFirst()
  if (!row) throw new AppError('NOT_FOUND')
}

/** The journal keeps the differences that were settled, not those that stand as they were read. */
function briefOf({ version, org, asOf, signed, differences }: Reconciliation) {
  const settled = differences.filter((each) => each.settled !== null)
  return { version, org, asOf, signed, differences: differences.length, settled }
}
