import { CommitmentId } from '#core/commitment/commitment.ts'
import type { FilingFacts } from '#core/inspection/decisions.ts'
import type { Scope } from '#server/access/load-scope.ts'
import { loadSigners } from '#server/closure/doers.ts'
import { loadFacts, loadSubject, measure } from '#server/closure/facts.ts'
import { isDoer } from '#server/closure/doers.ts'
import type { Tx } from '#server/db/connect.ts'
import { loadBelonging } from '#server/inspection/belonging.ts'
import { forecastOf } from '#server/inspection/burden.ts'
import type { Caller } from '#server/inspection/sight.ts'
import type { StoredInspection } from '#server/inspection/stored.ts'
import { namesIn, planOf } from '#server/inspection/view.ts'

/** What a plan is held against when it is filed. */
export async function filingFacts(tx: Tx, context: Caller, scope: Scope, stored: StoredInspection): Promise<FilingFacts> {
  const { asOf, actor } = context
  const { row, members, visits } = stored
  const belonging = await loadBelonging(tx, actor.jurisdictionId, asOf)
  const orgs = [...new Set(visits.map(({ org }) => org))]
  const { beyond } = await forecastOf(tx, scope, { id: row.id, plan: planOf(stored), names: namesIn(belonging) })
  return {
    today: asOf,
    ofUnits: members.flatMap(({ account, name }) => (orgs.some((org) => belonging.isOf(account, org)) ? [name] : [])),
    doers: await doersAmong(tx, context, stored),
    drawn: row.drawId === null ? [] : await drawnIn(tx, actor.jurisdictionId, row.drawId),
    beyond,
  }
}

/** Names of those of the team who did what a promise asks for, or whose promise it is. */
async function doersAmong(tx: Tx, { actor: { jurisdictionId }, asOf, packs }: Caller, { members, items }: StoredInspection) {
  const ids = [...new Set(items.flatMap(({ commitments }) => commitments))]
  if (ids.length === 0) return []
  const signers = (await loadSigners(tx, jurisdictionId, asOf)).filter(({ account }) => members.some((each) => each.account === account))
  const names = new Set<string>()
  for (const id of ids) {
    const subject = await loadSubject(tx, jurisdictionId, CommitmentId.parse(id))
    const measured = await measure(tx, jurisdictionId, CommitmentId.parse(id), asOf)
    const facts = await loadFacts(tx, jurisdictionId, { subject, stage: '', measured, packs })
    for (const signer of signers) if (isDoer(facts, signer)) names.add(signer.name)
  }
  return [...names]
}

async function drawnIn(tx: Tx, jurisdictionId: string, draw: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('drawItem')
    .select('item')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('drawId', '=', draw)
    .where('state', '=', 'drawn')
    .orderBy('ordinal')
    .execute()
  return rows.map(({ item }) => item)
}
