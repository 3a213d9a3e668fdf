import * as z from 'zod'
import { type Granted, grantedAfter } from '#core/change/granted.ts'
import { ChangeProposal } from '#core/change/change.ts'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import { Instant } from '#core/day/day.ts'
import type { Tx } from '#server/db/connect.ts'
import { dayInShanghai } from '#server/platform/clock.ts'

const idColumn = z.custom<CommitmentId>()

/** What was granted of the commitments of a plan (or of one of them), of each that has anything. */
export async function loadGranted(
  tx: Tx,
  jurisdictionId: string,
  of: { readonly planId: string } | { readonly commitment: string },
): Promise<ReadonlyMap<CommitmentId, Granted>> {
  const rows = await tx
    .selectFrom('changeRequest')
    .innerJoin('ledgerEntry', (join) =>
      join.on('ledgerEntry.jurisdictionId', '=', jurisdictionId).onRef('ledgerEntry.commitmentId', '=', 'changeRequest.commitmentId'),
    )
    .leftJoin('closure', (join) =>
      join
        .on('closure.jurisdictionId', '=', jurisdictionId)
        .onRef('closure.commitmentId', '=', 'changeRequest.commitmentId')
        .on('closure.stage', '=', ''),
    )
    .select(['changeRequest.commitmentId', 'proposal', 'changeRequest.changedAt', 'closure.state as closure'])
    .where('changeRequest.jurisdictionId', '=', jurisdictionId)
    .where('changeRequest.state', '=', 'granted')
    .$if('planId' in of, (query) => query.where('planId', '=', 'planId' in of ? of.planId : ''))
    .$if('commitment' in of, (query) => query.where('changeRequest.commitmentId', '=', 'commitment' in of ? of.commitment : ''))
    .orderBy('changeRequest.ordinal')
    .execute()
  const byCommitment = Map.groupBy(rows, ({ commitmentId }) => commitmentId)
  return new Map(
    [...byCommitment].map(([commitment, some]) => {
      const proposals = some.map(({ proposal }) => ChangeProposal.parse(proposal))
      const ended = some.findLast((_, index) => proposals[index]?.asked.kind === 'termination')
      const isEnded = ended?.closure === 'terminated'
      const endedOn = isEnded ? dayInShanghai(Instant.parse(ended.changedAt)) : null
      return [idColumn.parse(commitment), { ...grantedAfter(proposals), endedOn }]
    }),
  )
}
