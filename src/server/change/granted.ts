import { sql } from 'kysely'
import * as z from 'zod'
import { type Granted, grantedAfter } from '#core/change/granted.ts'
import { ChangeProposal } from '#core/change/change.ts'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import { Instant } from '#core/day/day.ts'
import type { Tx } from '#server/db/connect.ts'
import { dayInShanghai } from '#server/platform/clock.ts'

const idColumn = z.custom<CommitmentId>()

/** What was granted of the commitments of a plan (or of one of them) until an instant (left out: now), of each that has anything. */
export async function loadGranted(
  tx: Tx,
  jurisdictionId: string,
  of: { readonly planId: string } | { readonly commitment: string },
  until: Instant | null = null,
): Promise<ReadonlyMap<CommitmentId, Granted>> {
  const rows = await tx
    .selectFrom('changeRequest')
    .innerJoin('ledgerEntry', (join) =>
      join.on('ledgerEntry.jurisdictionId', '=', jurisdictionId).onRef('ledgerEntry.commitmentId', '=', 'changeRequest.commitmentId'),
    )
    .select(['changeRequest.commitmentId', 'proposal', 'changeRequest.changedAt'])
    .select((eb) => eb.exists(reopenedSince(tx, jurisdictionId, until)).as('isReopened'))
    .where('changeRequest.jurisdictionId', '=', jurisdictionId)
    .where('changeRequest.state', '=', 'granted')
    .$if(until !== null, (query) => query.where('changeRequest.changedAt', '<=', until ?? ''))
    .$if('planId' in of, (query) => query.where('planId', '=', 'planId' in of ? of.planId : ''))
    .$if('commitment' in of, (query) => query.where('changeRequest.commitmentId', '=', 'commitment' in of ? of.commitment : ''))
    .orderBy('changeRequest.ordinal')
    .execute()
  const byCommitment = Map.groupBy(rows, ({ commitmentId }) => commitmentId)
  return new Map(
    [...byCommitment].map(([commitment, some]) => {
      const proposals = some.map(({ proposal }) => ChangeProposal.parse(proposal))
      const ended = some.findLast((_, index) => proposals[index]?.asked.kind === 'termination')
      const endedOn = ended === undefined || ended.isReopened ? null : dayInShanghai(Instant.parse(ended.changedAt))
      return [idColumn.parse(commitment), { ...grantedAfter(proposals), endedOn }]
    }),
  )
}

/** The steps by which what a request is about was opened again after it was granted. */
function reopenedSince(tx: Tx, jurisdictionId: string, until: Instant | null) {
  return tx
    .selectFrom('closureStep')
    .innerJoin('closure', (join) =>
      join.on('closure.jurisdictionId', '=', jurisdictionId).onRef('closure.id', '=', 'closureStep.closureId').on('closure.stage', '=', ''),
    )
    .select('closureStep.ordinal')
    .where('closureStep.jurisdictionId', '=', jurisdictionId)
    .where('closureStep.kind', '=', 'reopen')
    .where(sql<boolean>`closure.commitment_id = change_request.commitment_id and closure_step.at > change_request.changed_at`)
    .$if(until !== null, (query) => query.where('closureStep.at', '<=', until ?? ''))
}
