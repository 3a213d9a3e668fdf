import * as z from 'zod'
import { Day, Instant } from '#core/day/day.ts'

/**
 * 督查发现的问题: noted on the spot, the unit knows nothing yet; told to the unit with a day (`raised`); the unit disagrees (`contested`); the unit says what it did
 * (`reported`); seen to be done (`verified`) or not (`failed`); taken back.
 */
export const InspectionFindingState = z.enum(['noted', 'raised', 'contested', 'reported', 'verified', 'failed', 'withdrawn'])
export type InspectionFindingState = z.infer<typeof InspectionFindingState>

/** What can be done about it. `uphold`: it stands although the unit disagrees; `return`: what the unit did is not enough, or not shown. */
export const InspectionFindingAct = z.enum(['raise', 'contest', 'uphold', 'report', 'verify', 'fail', 'return', 'withdraw'])
export type InspectionFindingAct = z.infer<typeof InspectionFindingAct>

/** The state after each act, where it may be done. */
export const findingTransitions: Readonly<Record<InspectionFindingState, Partial<Record<InspectionFindingAct, InspectionFindingState>>>> = {
  noted: { raise: 'raised', withdraw: 'withdrawn' },
  raised: { contest: 'contested', report: 'reported', withdraw: 'withdrawn' },
  contested: { uphold: 'raised', withdraw: 'withdrawn' },
  reported: { verify: 'verified', fail: 'failed', return: 'raised' },
  failed: { report: 'reported' },
  verified: {},
  withdrawn: {},
}

/** What a finding says: what it is, what is demanded, and by when. */
export const FindingText = z.object({ words: z.string(), demand: z.string(), dueOn: Day }).readonly()
export type FindingText = z.infer<typeof FindingText>

/** What was done, by whom. `note`: the first words of it; `was`: of `reword`, what it said before; null where that is not shown. */
export const InspectionFindingStep = z
  .object({
    ordinal: z.number().int(),
    kind: InspectionFindingAct.or(z.enum(['note', 'reword'])),
    account: z.uuid(),
    by: z.string(),
    at: Instant,
    note: z.string(),
    was: FindingText.nullable(),
  })
  .readonly()
export type InspectionFindingStep = z.infer<typeof InspectionFindingStep>

/** Whether its unit owes something and its day is over. While somebody looks at what the unit said, the unit owes nothing. */
export function isFindingLate({ state, dueOn }: { readonly state: InspectionFindingState; readonly dueOn: Day }, asOf: Day): boolean {
  return (state === 'raised' || state === 'failed') && dueOn < asOf
}
