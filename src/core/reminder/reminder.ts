import * as z from 'zod'
import { daysFromTo } from '#core/calendar/months.ts'
import type { Day } from '#core/day/day.ts'
import { accept, type Outcome, refuse } from '#core/outcome/outcome.ts'

/** 自动催办: so many days before what is due, and every so many days after; null: not after. */
export const ReminderSetting = z
  .strictObject({
    daysBefore: z.array(z.number().int().min(0).max(366)).max(10).readonly(),
    everyAfter: z.number().int().min(1).max(366).nullable(),
  })
  .readonly()
export type ReminderSetting = z.infer<typeof ReminderSetting>

/** What holds until the office says otherwise: a week and a day before, and every week after. */
export const usualReminders: ReminderSetting = { daysBefore: [7, 1], everyAfter: 7 }

/** What is looked at before a reminder. `dueBy`: the last day on which it can still be met. */
export interface Remindable {
  readonly isOpen: boolean
  readonly isDone: boolean
  readonly dueBy: Day | null
  readonly remindedOn: Day | null
}

export type ReminderRefusal = 'not-open' | 'done-already' | 'reminded-today'

/** 催办: of what is open and not done, once a day. */
export function remind({ isOpen, isDone, remindedOn }: Remindable, today: Day): Outcome<Day, ReminderRefusal> {
  if (!isOpen) return refuse('not-open')
  if (isDone) return refuse('done-already')
  return remindedOn === today ? refuse('reminded-today') : accept(today)
}

/**
 * Whether the rhythm asks for a reminder today: the nearest of its days before is reached and nobody has reminded since then, so that a program that stood still
 * reminds once, not many times.
 */
export function isReminderDue(item: Remindable, { daysBefore, everyAfter }: ReminderSetting, today: Day): boolean {
  if (!remind(item, today).ok || item.dueBy === null) return false
  const left = daysFromTo(today, item.dueBy) - 1
  const since = item.remindedOn === null ? null : daysFromTo(item.remindedOn, today) - 1
  if (left < 0) return everyAfter !== null && (since === null || since >= everyAfter)
  const reached = daysBefore.filter((day) => day >= left).toSorted((a, b) => a - b)[0]
  return reached !== undefined && (since === null || since > reached - left)
}
