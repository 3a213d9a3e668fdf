import * as z from 'zod'
import { Day, Instant } from '#core/day/day.ts'

/**
 * 困难问题: waits for an answer (`open`); put to the leading group or the joint meeting (`escalated`); answered; the unit is helped (`settled`); taken back
 * (`withdrawn`).
 */
export const DifficultyState = z.enum(['open', 'escalated', 'answered', 'settled', 'withdrawn'])
export type DifficultyState = z.infer<typeof DifficultyState>

/** What can be done about it. `decide`: the office enters what the body decided; `contest`: the answer does not help. */
export const DifficultyAct = z.enum(['answer', 'escalate', 'decide', 'contest', 'settle', 'withdraw'])
export type DifficultyAct = z.infer<typeof DifficultyAct>

/** 领导小组 or 联席会议. */
export const DifficultyBody = z.enum(['leading-group', 'joint-meeting'])
export type DifficultyBody = z.infer<typeof DifficultyBody>

/** What was done, by whom. */
export const DifficultyStep = z
  .object({
    kind: DifficultyAct.or(z.literal('raise')),
    account: z.uuid(),
    by: z.string(),
    at: Instant,
    note: z.string(),
    body: DifficultyBody.nullable(),
    heldOn: Day.nullable(),
  })
  .readonly()
export type DifficultyStep = z.infer<typeof DifficultyStep>

/** The state after each act, where it may be done. */
export const transitions: Readonly<Record<DifficultyState, Partial<Record<DifficultyAct, DifficultyState>>>> = {
  open: { answer: 'answered', escalate: 'escalated', withdraw: 'withdrawn' },
  escalated: { decide: 'answered', withdraw: 'withdrawn' },
  answered: { contest: 'open', settle: 'settled' },
  settled: {},
  withdrawn: {},
}

/** Whether it waits for an answer and its day is over. */
export function isAnswerLate({ state, answerBy }: { readonly state: DifficultyState; readonly answerBy: Day }, asOf: Day): boolean {
  return (state === 'open' || state === 'escalated') && answerBy < asOf
}
