import { type Expression, type SqlBool, sql } from 'kysely'
import type * as z from 'zod'
import type { findingConsequence as contract } from '#contract/finding-consequence.ts'
import { CommitmentId } from '#core/commitment/commitment.ts'
import type { Scope } from '#server/access/load-scope.ts'
import { seenClosures, stagePeriod } from '#server/closure/seen-closures.ts'
import type { Tx } from '#server/db/connect.ts'
import { loadInspectionFinding } from '#server/finding-consequence/load-finding.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Closed = z.output<NonNullable<(typeof contract.closed)['~orpc']['outputSchema']>>

/** So many are offered at a time; others are found by their words. */
const OFFERED = 50

/** What a finding may open again: everything closed that is seen, whether or not it was ever handed out. */
export async function closedFor(
  context: Context,
  { id, text = '' }: { readonly id: string; readonly text?: string | undefined },
): Promise<Closed> {
  return view(context, async ({ tx, allow, scope }) => {
    allow('inspection:follow')
    const seen = await scope()
    const finding = await loadInspectionFinding(tx, seen, id)
    const about = await askedAbout(tx, seen, finding.item)
    const isAbout = sql<boolean>`closure.commitment_id = any(${about})`
    const isOfUnit = sql<boolean>`(${ownOf(tx, seen, finding)})`
    const rows = await closedBy(tx, seen, text)
      .select(['closure.id', 'closure.version', 'closure.commitmentId', 'ref', 'planTitle', 'sentence', 'leadOrgsText', 'stage'])
      .select((eb) => [isAbout.as('isAbout'), isOfUnit.as('isOfUnit'), stagePeriod(eb, seen.jurisdictionId)])
      .orderBy(isAbout, 'desc')
      .orderBy(isOfUnit, 'desc')
      .orderBy('closure.changedAt', 'desc')
      .orderBy('closure.id')
      .limit(OFFERED)
      .execute()
    const { total } = await closedBy(tx, seen, text)
      .select(({ fn }) => fn.countAll<string>().as('total'))
      .executeTakeFirstOrThrow()
    const items = rows.map(({ id: closure, commitmentId, planTitle, leadOrgsText, ...row }) => ({
      ...row,
      closure,
      commitment: CommitmentId.parse(commitmentId),
      plan: planTitle,
      units: leadOrgsText ?? '',
    }))
    return { items, total: Number(total) }
  })
}

/** Everything closed that is seen and has each of some words somewhere. */
function closedBy(tx: Tx, scope: Scope, text: string) {
  const words = text.split(/\s+/).filter((word) => word !== '')
  return seenClosures(tx, scope)
    .where('ledgerEntry.state', '=', 'confirmed')
    .where('closure.state', 'in', ['closed', 'terminated'])
    .where((eb) =>
      eb.and(words.map((word) => sql<SqlBool>`strpos(concat_ws(' ', ref, sentence, lead_orgs_text, plan_title), ${word}) > 0`)),
    )
}

/** Whether the row is its unit's: by the plan, by being handed out, or by what it owes. */
function ownOf(
  tx: Tx,
  { jurisdictionId }: Scope,
  { org, orgName }: { readonly org: string; readonly orgName: string },
): Expression<SqlBool> {
  const handedOut = tx
    .selectFrom('dispatch')
    .select('dispatch.commitmentId')
    .where('dispatch.jurisdictionId', '=', jurisdictionId)
    .where('dispatch.orgId', '=', org)
  const owes = tx
    .selectFrom('occurrence')
    .select('occurrence.commitmentId')
    .where('occurrence.jurisdictionId', '=', jurisdictionId)
    .where('occurrence.subject', '=', `org:${org}`)
  return sql<SqlBool>`lead_orgs && ${[orgName]} or closure.commitment_id in ${handedOut} or closure.commitment_id in ${owes}`
}

/** The commitments that the item of the checklist asked about under which a finding was made. */
async function askedAbout(tx: Tx, { jurisdictionId }: Scope, item: string | null): Promise<readonly string[]> {
  if (item === null) return []
  const row = await tx
    .selectFrom('inspectionItem')
    .select('commitments')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', item)
    .executeTakeFirst()
  return row?.commitments ?? []
}
