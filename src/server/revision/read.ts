import type * as z from 'zod'
import type { RevisionView } from '#contract/revision.ts'
import type { Commitment } from '#core/commitment/commitment.ts'
import { Instant } from '#core/day/day.ts'
import { PlanId } from '#core/plan/plan.ts'
import { keyOfPair } from '#core/revision/apply-revision.ts'
import { changesMade } from '#core/revision/revised-reading.ts'
import { loadCommitments } from '#server/commitment/load.ts'
import type { Tx } from '#server/db/connect.ts'
import { AppError } from '#server/platform/errors.ts'
import { loadRevision, State } from '#server/revision/stored.ts'
import { loadClosing, loadRecordCounts } from '#server/revision/used.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type View = z.infer<typeof RevisionView>
type Summary = View['revision']

const COLUMNS = [
  'id',
  'fileName',
  'title',
  'state',
  'base',
  'revision',
  'comparedAt',
  'comparedByName',
  'settledAt',
  'settledByName',
] as const

type Row = Pick<Awaited<ReturnType<typeof loadRevision>>, Exclude<(typeof COLUMNS)[number], 'state'>> & { readonly state: string }

/** 方案版本: the documents that are, were or may be revisions of a plan, the latest first. The first of all is not among them. */
export async function listRevisions(context: Context, { planId }: { readonly planId: string }): Promise<{ items: Summary[] }> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('plan:import')
    await loadTitle(tx, actor.jurisdictionId, planId)
    const rows = await tx
      .selectFrom('planRevision')
      .select(COLUMNS)
      .where('jurisdictionId', '=', actor.jurisdictionId)
      .where('planId', '=', planId)
      .orderBy('comparedAt', 'desc')
      .orderBy('id', 'desc')
      .execute()
    return { items: rows.map(summaryOf) }
  })
}

/** 新旧对照: what a document changes of its plan, with what the plan holds now. */
export async function getRevision(context: Context, input: { readonly planId: string; readonly id: string }): Promise<View> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('plan:import')
    const { jurisdictionId } = actor
    const title = await loadTitle(tx, jurisdictionId, input.planId)
    const revision = await loadRevision(tx, jurisdictionId, input)
    const commitments = await loadCommitments(tx, { jurisdictionId, planId: input.planId })
    const byId = new Map<string, Commitment>(commitments.map((commitment) => [commitment.id, commitment]))
    const records = await loadRecordCounts(tx, jurisdictionId, input.planId)
    const closing = await loadClosing(tx, jurisdictionId, input.planId)
    const confirmed = new Set(revision.confirmed)
    return {
      plan: { id: PlanId.parse(input.planId), title },
      revision: summaryOf(revision),
      headings: revision.comparison.headings,
      pairs: revision.comparison.pairs.map((pair) => {
        const [key, commitment] = [keyOfPair(pair), byId.get(keyOfPair(pair))]
        const now =
          commitment === undefined
            ? null
            : {
                version: commitment.version,
                state: commitment.state,
                records: records.get(key) ?? 0,
                isClosing: closing.has(key),
                isDecided: commitment.original !== null && changesMade(commitment.original, commitment.reading),
              }
        return { ...pair, key, isConfirmed: confirmed.has(key), now }
      }),
    }
  })
}

function summaryOf({ comparedAt, comparedByName, settledAt, settledByName, ...row }: Row): Summary {
  return {
    id: row.id,
    fileName: row.fileName,
    title: row.title,
    state: State.parse(row.state),
    base: row.base,
    revision: row.revision,
    comparedAt: Instant.parse(comparedAt),
    comparedBy: comparedByName,
    settledAt: settledAt === null ? null : Instant.parse(settledAt),
    settledBy: settledByName,
  }
}

async function loadTitle(tx: Tx, jurisdictionId: string, planId: string): Promise<string> {
  const plan = await tx
    .selectFrom('plan')
    .select('title')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', planId)
    .executeTakeFirst()
  if (!plan) throw new AppError('NOT_FOUND')
  return plan.title
}
