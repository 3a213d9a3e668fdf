import type { Day } from '#core/day/day.ts'
import type { Reading } from '#core/draft/reading.ts'
import { periodWords } from '#core/ledger/period-words.ts'

/** 完成时限 as the ledger shows it: the plan's wording where it has one, else the day, else what recurs or the nature; empty where nothing says when. */
export function dueText({ deadline, deadlineText, nature, period }: Reading): string {
  const limit = deadlineText?.value ?? (deadline === null ? null : spelledDay(deadline.value))
  const standing = nature?.value === 'standing' ? '长期坚持' : null
  if (limit !== null) return standing === null || limit.includes(standing) ? limit : `${limit}，${standing}`
  if (standing !== null) return standing
  return nature?.value === 'immediate' ? '立行立改' : periodWords(period.value)
}

function spelledDay(day: Day): string {
  const [year, month, dayOfMonth] = day.split('-').map(Number)
  return `${year}年${month}月${dayOfMonth}日`
}
