import { CommitmentId } from '#core/commitment/commitment.ts'
import type { Day } from '#core/day/day.ts'
import { lightAtEnd } from '#core/ledger/light-at-end.ts'
import { headwayWords } from '#core/ledger/standing-words.ts'
import { PlanId } from '#core/plan/plan.ts'
import type { ReportRow } from '#core/quarter-report/quarter-report.ts'
import type { Tx } from '#server/db/connect.ts'
import { loadClosings } from '#server/quarter-report/closings.ts'
import { STANDING_COLUMNS, standingIn } from '#server/ledger/standing-rows.ts'

/** Every confirmed commitment as an edition of the ledger has it, with what was struck off by the end of the quarter. `over`: the last day that has passed. */
export async function loadReportRows(
  tx: Tx,
  jurisdictionId: string,
  { edition, from, to, over }: { readonly edition: string; readonly from: Day; readonly to: Day; readonly over: Day },
): Promise<readonly ReportRow[]> {
  const closings = await loadClosings(tx, jurisdictionId, to)
  const rows = await tx
    .selectFrom('ledgerEntry')
    .leftJoin('ledgerStanding', (join) =>
      join
        .onRef('ledgerStanding.jurisdictionId', '=', 'ledgerEntry.jurisdictionId')
        .onRef('ledgerStanding.commitmentId', '=', 'ledgerEntry.commitmentId')
        .on('ledgerStanding.edition', '=', edition),
    )
    .select(['ledgerEntry.commitmentId', 'planId', 'planTitle', 'aspect', 'finding', 'ref', 'sentence', 'leadOrgsText'])
    .select(STANDING_COLUMNS.map((column) => `ledgerStanding.${column}` as const))
    .where('ledgerEntry.jurisdictionId', '=', jurisdictionId)
    .where('state', '=', 'confirmed')
    .orderBy('planId')
    .orderBy('ordinal')
    .execute()
  return rows.map((row) => {
    const standing = standingIn(row)
    const own = closings.get(row.commitmentId) ?? []
    const whole = own.find(({ stage }) => stage === '')
    // a stage says something of the period that runs only where it is of that period
    const stage = own.find((each) => each.state === 'closed' && each.stage !== '' && each.from === standing?.from)
    return {
      commitment: CommitmentId.parse(row.commitmentId),
      plan: PlanId.parse(row.planId),
      planTitle: row.planTitle,
      aspect: row.aspect,
      finding: row.finding,
      ref: row.ref,
      sentence: row.sentence,
      units: row.leadOrgsText ?? '',
      light: standing === null ? null : lightAtEnd(standing, over),
      arrears: standing?.arrears ?? 0,
      headway: standing === null ? '' : headwayWords(standing),
      closing: whole?.state ?? (stage === undefined ? null : 'stage'),
      isClosedNow: own.some(({ state, endedOn }) => state === 'closed' && endedOn >= from),
    }
  })
}
