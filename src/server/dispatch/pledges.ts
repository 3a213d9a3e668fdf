import type { HolderView } from '#contract/dispatch.ts'
import type { Pledge } from '#core/dispatch/pledge.ts'
import type { Responsibility } from '#core/dispatch/responsibility.ts'
import type { Task } from '#core/dispatch/dispatch.ts'
import { canonicalJson, Json } from '#core/journal/leaf.ts'
import { keyOf, type Party, type PartyKey } from '#core/roster/party.ts'
import type { Scope } from '#server/access/load-scope.ts'
import type { Tx } from '#server/db/connect.ts'
import { Day } from '#core/day/day.ts'
import type { Ground } from '#server/dispatch/ground.ts'
import { type DispatchEntry, loadEntries, loadLeads } from '#server/dispatch/load.ts'
import { holderView } from '#server/dispatch/rows.ts'
import { partyIn } from '#server/dispatch/stored.ts'
import { tiersOf } from '#server/dispatch/tiers.ts'
import { sm3 } from '#server/journal/sm3.ts'

/** 责任书 as it reads now, with its digest. */
export interface LoadedPledge {
  readonly pledge: Pledge
  readonly holder: HolderView
  readonly digest: string
  readonly isOwn: boolean
}

type Row = { readonly entry: DispatchEntry; readonly tiers: Responsibility }

/** Every 责任书 of a plan that a scope sees: of the leaders as far as it sees the ledger, of units its own. Units sign what they have confirmed. */
export async function loadPledges(
  tx: Tx,
  scope: Scope,
  ground: Ground,
  { id: planId, title: plan }: { readonly id: string; readonly title: string },
): Promise<readonly LoadedPledge[]> {
  const { jurisdictionId } = scope
  const { holders } = ground
  const leads = await loadLeads(tx, jurisdictionId, planId)
  const tasks = await loadPlanTasks(tx, jurisdictionId, planId)
  const rows = (await loadEntries(tx, jurisdictionId, scope, { plan: planId })).map((entry) => ({
    entry,
    tiers: tiersOf(entry, leads, ground),
  }))
  const itemOf = ({ entry, tiers }: Row): Pledge['items'][number] => ({
    ref: entry.ref,
    finding: entry.findingWords === '' ? entry.aspect : entry.findingWords,
    words: entry.sentence,
    due: entry.due,
    unit: entry.stored.org === null ? '' : holders.orgName(entry.stored.org),
    lead: tiers.lead === null ? '' : wordsOf(tiers.lead, ground),
    owner: entry.stored.owner === null ? '' : wordsOf(entry.stored.owner, ground),
    tasks: (tasks.get(entry.commitment) ?? []).map(({ words, by, who }) => ({
      words,
      by,
      who: who === null ? '' : holders.of(who).names.join('、'),
    })),
  })
  const loaded = (party: Party, tier: Pledge['tier'], title: string, names: readonly string[], some: readonly Row[]): LoadedPledge => {
    const pledge: Pledge = { party, plan, tier, title, names, items: some.map(itemOf) }
    return { pledge, holder: holderView(party, holders), digest: digestOf(pledge), isOwn: isOwn(party, scope) }
  }
  const byLead = Map.groupBy(
    rows.filter(({ tiers }) => tiers.lead !== null),
    ({ tiers }): PartyKey => (tiers.lead === null ? '' : keyOf(tiers.lead)),
  )
  const first = leads.first.party
  if (first !== null && !byLead.has(keyOf(first))) byLead.set(keyOf(first), [])
  const leaders = !scope.seesLedger
    ? []
    : [...byLead].flatMap(([key, some]) => {
        const party = partyIn(key)
        if (party === null) return []
        const { title, names } = holders.of(party)
        return [loaded(party, first !== null && key === keyOf(first) ? 'first' : 'lead', title, names, some)]
      })
  const byUnit = Map.groupBy(
    rows.filter(({ entry }) => entry.stored.state === 'confirmed' && entry.stored.org !== null),
    ({ entry }) => entry.stored.org ?? '',
  )
  const units = [...byUnit].flatMap(([org, some]) => {
    if (!scope.seesLedger && !scope.orgs.includes(org)) return []
    const heads = holders.headsOf(org).map((id) => holders.of({ kind: 'person', id }).names.join('、'))
    return [loaded({ kind: 'org', id: org }, 'unit', holders.orgName(org), heads, some)]
  })
  return [...leaders.toSorted((a, b) => rankOf(a) - rankOf(b)), ...units]
}

/** The first responsible comes first. */
function rankOf({ pledge }: LoadedPledge): number {
  return pledge.tier === 'first' ? 0 : 1
}

/** Whether it is for who asks to sign. */
function isOwn(party: Party, scope: Scope): boolean {
  if (party.kind === 'org') return scope.post === 'unit' && scope.headed.includes(party.id)
  return scope.self.includes(keyOf(party))
}

/** SM3 of the canonical text. */
function digestOf(pledge: Pledge): string {
  return sm3(canonicalJson(Json.parse(JSON.parse(JSON.stringify(pledge)))))
}

/** A post or person with who holds it. */
export function wordsOf(party: Party, { holders }: Ground): string {
  const { title, names } = holders.of(party)
  return [title, names.join('、')].filter((part) => part !== '').join(' ')
}

/** 工作步骤 of a plan, by commitment. */
export async function loadPlanTasks(tx: Tx, jurisdictionId: string, planId: string): Promise<ReadonlyMap<string, readonly Task[]>> {
  const rows = await tx
    .selectFrom('task')
    .innerJoin('dispatch', (join) =>
      join.onRef('dispatch.jurisdictionId', '=', 'task.jurisdictionId').onRef('dispatch.commitmentId', '=', 'task.commitmentId'),
    )
    .select(['task.commitmentId', 'words', 'byDay', 'who'])
    .where('task.jurisdictionId', '=', jurisdictionId)
    .where('dispatch.jurisdictionId', '=', jurisdictionId)
    .where('dispatch.planId', '=', planId)
    .orderBy('ordinal')
    .execute()
  const grouped = Map.groupBy(rows, ({ commitmentId }) => commitmentId)
  return new Map(
    [...grouped].map(([id, some]) => [id, some.map(({ words, byDay, who }) => ({ words, by: Day.parse(byDay), who: partyIn(who) }))]),
  )
}
