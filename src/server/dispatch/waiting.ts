import type { Day } from '#core/day/day.ts'
import type { Tx } from '#server/db/connect.ts'
import { loadGround } from '#server/dispatch/ground.ts'
import { loadEntries, loadLeads } from '#server/dispatch/load.ts'

/**
 * What waits in 分办 and for whom: `claim` a finding for a leader, `dispatch` a row for the office, `confirm` for a unit, `settle` a refusal for the office, `name` an
 * owner for a unit because the former left. `org`: whose turn it is; null: the office's or the leaders'.
 */
export interface WaitingDispatch {
  readonly kind: 'claim' | 'dispatch' | 'confirm' | 'settle' | 'name'
  readonly planId: string
  /** Of a row; null of a finding. */
  readonly commitment: string | null
  readonly finding: string
  readonly ref: string
  readonly words: string
  readonly org: string | null
}

/** Everything of a jurisdiction that waits in 分办 on a day, in the order of the plans. */
export async function waitingDispatch(tx: Tx, jurisdictionId: string, asOf: Day): Promise<readonly WaitingDispatch[]> {
  const { holders } = await loadGround(tx, jurisdictionId, asOf)
  const entries = await loadEntries(tx, jurisdictionId, null, 'all')
  const waiting: WaitingDispatch[] = []
  for (const [planId, some] of Map.groupBy(entries, (entry) => entry.planId)) {
    const { claims } = await loadLeads(tx, jurisdictionId, planId)
    for (const [finding, [first]] of Map.groupBy(some, (entry) => entry.finding)) {
      const leader = claims.get(finding)?.leader ?? null
      if (first === undefined || (leader !== null && !holders.of(leader).isVacant)) continue
      const words = first.findingWords === '' ? first.aspect : first.findingWords
      waiting.push({ kind: 'claim', planId, commitment: null, finding, ref: first.ref, words, org: null })
    }
    for (const { commitment, finding, ref, sentence, stored } of some) {
      const row = { planId, commitment, finding, ref, words: sentence }
      const { state, org, owner } = stored
      if (state === 'waiting') waiting.push({ ...row, kind: 'dispatch', org: null })
      else if (state === 'refused') waiting.push({ ...row, kind: 'settle', org: null })
      else if (state !== 'confirmed') waiting.push({ ...row, kind: 'confirm', org })
      else if (owner !== null && holders.of(owner, org).isVacant) waiting.push({ ...row, kind: 'name', org })
    }
  }
  return waiting
}
