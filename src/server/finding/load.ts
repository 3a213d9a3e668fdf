import type * as z from 'zod'
import type { FindingView } from '#contract/finding.ts'
import { CommitmentId } from '#core/commitment/commitment.ts'
import type { Day } from '#core/day/day.ts'
import { type FindingMeasure, type FindingStanding, findingStanding, FindingStep } from '#core/finding/finding.ts'
import type { Tx } from '#server/db/connect.ts'
import { findingKey } from '#server/finding/key.ts'

/** A finding with everything that stands under it. */
export interface LoadedFinding {
  readonly key: string
  readonly aspect: string
  readonly title: string
  readonly leaders: readonly string[]
  readonly measures: readonly FindingMeasure[]
  readonly list: z.infer<typeof FindingView>['list']
  readonly steps: readonly FindingStep[]
  readonly standing: FindingStanding
}

/** Older periods of a standing commitment are let go. */
const MOST_PERIODS = 24

/** The findings of a plan with its confirmed measures, in the order of the plan. `lock`: nothing under them is closed or opened until the transaction ends. */
export async function loadFindings(
  tx: Tx,
  jurisdictionId: string,
  { planId, today }: { readonly planId: string; readonly today: Day },
  lock = false,
): Promise<readonly LoadedFinding[]> {
  const rows = await tx
    .selectFrom('ledgerEntry')
    .select(['commitmentId', 'ref', 'sentence', 'leadOrgsText', 'aspect', 'finding', 'leaders', 'nature'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('planId', '=', planId)
    .where('state', '=', 'confirmed')
    .orderBy('ordinal')
    .$if(lock, (query) => query.forUpdate())
    .execute()
  const measureOf = await loadMeasures(tx, jurisdictionId, rows, today)
  const steps = await loadSteps(tx, jurisdictionId, planId)
  return [...Map.groupBy(rows, ({ aspect, finding }) => findingKey(aspect, finding))].map(([key, some]) => {
    const measures = some.map(({ commitmentId }) => measureOf(commitmentId))
    const own = steps.get(key) ?? []
    return {
      key,
      aspect: some[0]?.aspect ?? '',
      title: some[0]?.finding ?? '',
      leaders: [...new Set(some.flatMap(({ leaders }) => leaders))],
      measures,
      list: some.map(({ commitmentId, ref, sentence, leadOrgsText }) => {
        const { isEnded, isTerminated, reopened } = measureOf(commitmentId)
        return { commitment: CommitmentId.parse(commitmentId), ref, sentence, units: leadOrgsText ?? '', isEnded, isTerminated, reopened }
      }),
      steps: own,
      standing: findingStanding(own, measures),
    }
  })
}

/** How each commitment stands to the closing of its finding. */
async function loadMeasures(
  tx: Tx,
  jurisdictionId: string,
  rows: readonly { readonly commitmentId: string; readonly nature: string | null }[],
  today: Day,
): Promise<(commitment: string) => FindingMeasure> {
  const ids = rows.map(({ commitmentId }) => commitmentId)
  const closures = Map.groupBy(
    await tx
      .selectFrom('closure')
      .select(['commitmentId', 'stage', 'state', 'reopened'])
      .where('jurisdictionId', '=', jurisdictionId)
      .where((eb) => eb('commitmentId', '=', eb.fn.any(eb.val(ids))))
      .execute(),
    ({ commitmentId }) => commitmentId,
  )
  const standing = rows.flatMap(({ commitmentId, nature }) => (nature === 'standing' ? [commitmentId] : []))
  const over = Map.groupBy(
    await tx
      .selectFrom('occurrence')
      .select(['commitmentId', 'period'])
      .distinct()
      .where('jurisdictionId', '=', jurisdictionId)
      .where((eb) => eb('commitmentId', '=', eb.fn.any(eb.val(standing))))
      .where('periodTo', '<', today)
      .orderBy('period', 'desc')
      .execute(),
    ({ commitmentId }) => commitmentId,
  )
  return (commitment) => {
    const own = closures.get(commitment) ?? []
    const ended = new Set(own.flatMap(({ stage, state }) => (state === 'closed' || state === 'terminated' ? [stage] : [])))
    const periods = (over.get(commitment) ?? []).slice(0, MOST_PERIODS)
    return {
      commitment,
      isEnded: ended.has('') || (ended.size > 0 && periods.every(({ period }) => ended.has(period))),
      isTerminated: own.some(({ state }) => state === 'terminated'),
      reopened: own.reduce((sum, { reopened }) => sum + reopened, 0),
    }
  }
}

async function loadSteps(tx: Tx, jurisdictionId: string, planId: string): Promise<ReadonlyMap<string, readonly FindingStep[]>> {
  const rows = await tx
    .selectFrom('findingStep')
    .selectAll()
    .where('jurisdictionId', '=', jurisdictionId)
    .where('planId', '=', planId)
    .orderBy('ordinal')
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ finding }) => finding)].map(([key, some]) => [
      key,
      some.map((row) => FindingStep.parse({ ...row, by: row.byName })),
    ]),
  )
}
