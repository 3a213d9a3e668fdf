import { ledgerNamesOf, type LedgerNames, partiesByName } from '#core/access/named.ts'
import { type Mark, markAt } from '#core/access/mark.ts'
import type { Mode } from '#core/access/mode.ts'
import { type AccessScope, scopeOf, type Sighted } from '#core/access/scope.ts'
import type { Day } from '#core/day/day.ts'
import { emptyOrganisation } from '#core/org/organisation.ts'
import { type Holder, holderOf } from '#core/register/holder.ts'
import type { Tx } from '#server/db/connect.ts'
import { loadOrganisation } from '#server/org/load.ts'

/** 可见范围 with the names by which the ledger means its orgs and its person. */
export interface Scope extends AccessScope {
  readonly jurisdictionId: string
  readonly accountId: string
  readonly names: LedgerNames
  /** 知悉级别: what is marked higher is not there. On trial the office is cleared for everything. */
  readonly clearance: Mark
  /** What registers ask of whoever reads or fills them. */
  readonly holder: Holder
}

/** The scope of an account as of a day. The office sees everything: nothing is looked up for it. */
export async function loadScope(
  tx: Tx,
  actor: Sighted & { readonly jurisdictionId: string; readonly accountId: string; readonly mode: Mode },
  asOf: Day,
): Promise<Scope> {
  const { jurisdictionId, accountId } = actor
  const isOffice = actor.post === 'office'
  const organisation = isOffice ? emptyOrganisation : await loadOrganisation(tx, jurisdictionId)
  const scope = scopeOf(actor, organisation, asOf)
  const holder = holderOf(organisation, asOf, {
    isOffice,
    person: actor.acting === undefined ? actor.person : null,
    posts: actor.acting === undefined ? [] : [actor.acting.orgPost],
  })
  const named = partiesByName(organisation, asOf, isOffice ? { unit: [], leader: [] } : await loadLedgerNames(tx, jurisdictionId))
  return { ...scope, jurisdictionId, accountId, names: ledgerNamesOf(scope, named), clearance: await loadClearance(tx, actor), holder }
}

async function loadClearance(
  tx: Tx,
  { jurisdictionId, accountId, post, mode }: Sighted & { readonly jurisdictionId: string; readonly accountId: string; readonly mode: Mode },
): Promise<Mark> {
  if (mode === 'trial' && post === 'office') return 'restricted'
  const row = await tx
    .selectFrom('account')
    .select('clearance')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', accountId)
    .executeTakeFirst()
  return row === undefined ? 'public' : markAt(row.clearance)
}

/** The names that the commitments of a jurisdiction give for those responsible. */
export async function loadLedgerNames(tx: Tx, jurisdictionId: string): Promise<LedgerNames> {
  const rows = await tx.selectFrom('ledgerName').select(['role', 'name']).where('jurisdictionId', '=', jurisdictionId).execute()
  const of = (role: string): readonly string[] => rows.filter((row) => row.role === role).map(({ name }) => name)
  return { unit: of('unit'), leader: of('leader') }
}
