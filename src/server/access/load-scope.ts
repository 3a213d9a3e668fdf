import { ledgerNamesOf, type LedgerNames, partiesByName } from '#core/access/named.ts'
import { type Mark, markAt } from '#core/access/mark.ts'
import type { Mode } from '#core/access/mode.ts'
import { type AccessScope, scopeOf, type Sighted } from '#core/access/scope.ts'
import type { Day } from '#core/day/day.ts'
import { emptyOrganisation, type Organisation } from '#core/org/organisation.ts'
import { type Holder, holderOf } from '#core/register/holder.ts'
import { cachedLedgerNames } from '#server/access/ledger-names.ts'
import type { Tx } from '#server/db/connect.ts'
import { cachedOrganisation } from '#server/org/cached.ts'

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
  const organisation = isOffice ? emptyOrganisation : (await cachedOrganisation(tx, jurisdictionId)).whole
  const ledger = isOffice ? NO_NAMES : await cachedLedgerNames(tx, jurisdictionId)
  return { ...sightOf(actor, organisation, ledger, asOf), jurisdictionId, accountId, clearance: await loadClearance(tx, actor) }
}

const NO_NAMES: LedgerNames = { unit: [], leader: [] }

/** What follows from an organisation, the names in the ledger and the day alone. */
type Sight = AccessScope & Pick<Scope, 'names' | 'holder'>

/** So many accounts are kept at hand with an organisation. */
const AT_HAND = 2000
const atHand = new WeakMap<Organisation, { readonly asOf: Day; readonly ledger: LedgerNames; readonly sights: Map<string, Sight> }>()

/** Worked out once for all who are sighted alike, as long as organisation, ledger and day stay the same. */
function sightOf({ post, person, acting }: Sighted, organisation: Organisation, ledger: LedgerNames, asOf: Day): Sight {
  const last = atHand.get(organisation)
  const isSame = last?.asOf === asOf && last.ledger === ledger && last.sights.size < AT_HAND
  const sights = isSame ? last.sights : new Map<string, Sight>()
  atHand.set(organisation, { asOf, ledger, sights })
  const sighted = { post, person, ...(acting === undefined ? {} : { acting }) }
  const key = JSON.stringify(sighted)
  const found = sights.get(key) ?? workOut(sighted, organisation, ledger, asOf)
  sights.set(key, found)
  return found
}

function workOut(sighted: Sighted, organisation: Organisation, ledger: LedgerNames, asOf: Day): Sight {
  const { post, person, acting } = sighted
  const scope = scopeOf(sighted, organisation, asOf)
  const holder = holderOf(organisation, asOf, {
    isOffice: post === 'office',
    person: acting === undefined ? person : null,
    posts: acting === undefined ? [] : [acting.orgPost],
  })
  return { ...scope, names: ledgerNamesOf(scope, partiesByName(organisation, asOf, ledger)), holder }
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
