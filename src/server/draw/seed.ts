import { type Contribution, contribute, FEWEST_PARTIES, isSettled, reveal, seedContent } from '#core/draw/contribution.ts'
import { seedable } from '#core/draw/decisions.ts'
import type { Draw } from '#core/draw/draw.ts'
import type { Tx } from '#server/db/connect.ts'
import { act, type Caller, type DrawRow, type Seen } from '#server/draw/act.ts'
import { drawJob } from '#server/draw/job.ts'
import { loadContributions, loadParts } from '#server/draw/load.ts'
import type { Jobs } from '#server/jobs/jobs.ts'
import { sm3 } from '#server/journal/sm3.ts'
import { accepted } from '#server/plan/accepted.ts'

type WithJobs = Caller & { readonly jobs: Jobs }

/** A party gives its part: the digest of a secret, or dice. Only when the journal has sealed the frozen population. */
export async function giveContribution(
  context: WithJobs,
  input: Seen & { readonly party: string; readonly digest: string; readonly dice: string },
): Promise<Draw> {
  const { accountId: account, name: by } = context.actor
  const { party, digest, dice } = input
  const kind = dice === '' ? ('secret' as const) : ('dice' as const)
  const added = { party, kind, digest: kind === 'dice' ? '' : digest, value: kind === 'dice' ? dice : null, account, by, at: context.now }
  return act(context, input, { verb: 'draw.contribute', permission: 'draw:contribute' }, async (row, tx) => {
    const given = await givenSoFar(tx, row)
    const all = accepted(contribute(given, added))
    await tx
      .insertInto('drawContribution')
      .values({
        jurisdictionId: row.jurisdictionId,
        drawId: row.id,
        ordinal: given.length + 1,
        party,
        kind,
        digest: added.digest,
        value: added.value,
        account,
        byName: by,
        at: context.now,
      })
      .execute()
    return settle(context, row, tx, all, { party, kind, digest: added.digest, value: added.value })
  })
}

/** A party reveals its secret; with the last of them the seed follows. */
export async function revealContribution(context: WithJobs, input: Seen & { readonly value: string }): Promise<Draw> {
  const { accountId: account } = context.actor
  const { value } = input
  return act(context, input, { verb: 'draw.reveal', permission: 'draw:contribute' }, async (row, tx) => {
    const given = await givenSoFar(tx, row)
    const all = accepted(reveal(given, { account, value }, sm3))
    await tx
      .updateTable('drawContribution')
      .set({ value })
      .where('jurisdictionId', '=', row.jurisdictionId)
      .where('drawId', '=', row.id)
      .where('account', '=', account)
      .where('kind', '=', 'secret')
      .execute()
    return settle(context, row, tx, all, { account, value })
  })
}

async function givenSoFar(tx: Tx, row: DrawRow): Promise<readonly Contribution[]> {
  const [first] = await loadParts(tx, row.jurisdictionId, row.id)
  accepted(seedable(row.state, (first?.sealedAt ?? null) !== null))
  return loadContributions(tx, row.jurisdictionId, row.id)
}

/** With everything revealed the seed is known and the order is worked out, by a job. */
async function settle(context: WithJobs, row: DrawRow, tx: Tx, all: readonly Contribution[], after: object) {
  if (all.length < FEWEST_PARTIES || !isSettled(all)) return { after }
  const [first] = await loadParts(tx, row.jurisdictionId, row.id)
  const seed = sm3(seedContent(first?.hash ?? '', all))
  await context.jobs.send(tx, context, drawJob, { drawId: row.id })
  return { set: { state: 'drawing' as const, seed }, after: { ...after, seed } }
}
