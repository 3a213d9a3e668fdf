import type { Holders } from '#core/dispatch/holder.ts'
import type { Party } from '#core/roster/party.ts'

/** Whence the lead leader is known: they claimed the finding, the plan names them, or nobody did and the first responsible answers (负总责). */
type LeadSource = 'claim' | 'plan' | 'general'

/** 责任三级: 第一责任人 for the whole, 牵头领导 for the finding, 直接责任人 for the commitment; null: not known yet. */
export interface Responsibility {
  readonly first: Party | null
  readonly lead: Party | null
  readonly leadSource: LeadSource
  readonly owner: Party | null
}

/** Who answers in which tier. A claim counts before what the plan says, as it is later; a claim whose leader left counts no longer. */
export function responsibilityOf(
  given: { readonly first: Party | null; readonly claimed: Party | null; readonly planned: Party | null; readonly owner: Party | null },
  holders: Pick<Holders, 'of'>,
): Responsibility {
  const { first, claimed, planned, owner } = given
  if (claimed !== null && !holders.of(claimed).isVacant) return { first, lead: claimed, leadSource: 'claim', owner }
  if (planned !== null && !holders.of(planned).isVacant) return { first, lead: planned, leadSource: 'plan', owner }
  return { first, lead: first, leadSource: 'general', owner }
}

/** The tiers in one line of official words, by posts: they stay while people come and go. */
export function responsibilityWords({ first, lead, leadSource, owner }: Responsibility, holders: Pick<Holders, 'of'>): string {
  const words = (party: Party): string => {
    const { title, names } = holders.of(party)
    return party.kind === 'post' ? title : (names[0] ?? '')
  }
  const parts = [
    ...(first === null ? [] : [`第一责任人：${words(first)}`]),
    ...(lead === null || leadSource === 'general' ? [] : [`牵头领导：${words(lead)}`]),
    ...(owner === null ? [] : [`直接责任人：${words(owner)}`]),
  ]
  return parts.join('；')
}
