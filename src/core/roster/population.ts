import * as z from 'zod'
import { Party, PartyId } from '#core/roster/party.ts'

/**
 * A set of parties as of a day: one party, the members of a group (班子成员), the orgs right below an org, the heads of the orgs a leader is in charge of
 * (`headsOf`, only as the second side of pairs), or several together.
 */
export type Population =
  | { readonly kind: 'party'; readonly party: Party }
  | { readonly kind: 'group'; readonly group: string }
  | { readonly kind: 'children'; readonly org: string; readonly of: 'institution' | 'department' | 'branch' | 'any' }
  | { readonly kind: 'headsOf'; readonly relation: 'inChargeOf' | 'contactUnit' }
  | { readonly kind: 'union'; readonly of: readonly Population[] }
export const Population: z.ZodType<Population> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('party'), party: Party }),
    z.strictObject({ kind: z.literal('group'), group: PartyId }),
    z.strictObject({ kind: z.literal('children'), org: PartyId, of: z.enum(['institution', 'department', 'branch', 'any']) }),
    z.strictObject({ kind: z.literal('headsOf'), relation: z.enum(['inChargeOf', 'contactUnit']) }),
    z.strictObject({ kind: z.literal('union'), of: z.array(Population).min(1).max(20) }),
  ]),
)
