import type { Day } from '#core/day/day.ts'
import type { Party } from '#core/roster/party.ts'
import type { Tx } from '#server/db/connect.ts'
import { loadGround } from '#server/dispatch/ground.ts'
import { loadEntries, loadLeads } from '#server/dispatch/load.ts'
import { tiersOf } from '#server/dispatch/tiers.ts'

/** Who answers for a commitment on a day, in official words: units and the three tiers; '' where nobody is known. */
export interface Answerable {
  readonly unit: string
  readonly supporting: string
  readonly first: string
  readonly lead: string
  readonly owner: string
}

/** 责任 of a commitment as 分办 left it. */
export async function answerableFor(tx: Tx, jurisdictionId: string, asOf: Day, commitment: string): Promise<Answerable> {
  const [entry] = await loadEntries(tx, jurisdictionId, null, { commitments: [commitment] })
  if (entry === undefined) return { unit: '', supporting: '', first: '', lead: '', owner: '' }
  const { holders, ...ground } = await loadGround(tx, jurisdictionId, asOf)
  const { first, lead, owner } = tiersOf(entry, await loadLeads(tx, jurisdictionId, entry.planId), { holders, ...ground })
  const words = (party: Party | null): string => {
    if (party === null) return ''
    const { title, names } = holders.of(party)
    return [title, names.join('、')].filter((part) => part !== '').join(' ')
  }
  const { org, supporting } = entry.stored
  return {
    unit: org === null ? '' : holders.orgName(org),
    supporting: supporting.map(holders.orgName).join('、'),
    first: words(first),
    lead: words(lead),
    owner: words(owner),
  }
}
