import type { LedgerCourse } from '#core/ledger/course.ts'

/** 完成时限 with what became of it: the plan's own words stay. */
export function dueWords({ dueText, course }: { readonly dueText: string; readonly course: LedgerCourse }): string {
  const { originalDue, extendedTo, extensions } = course
  if (extendedTo === null) return dueText
  const original = originalDue === null || dueText !== '' ? dueText : originalDue
  return `${original}（延期 ${extensions} 次，至 ${extendedTo}${originalDue === null ? '' : `，原时限 ${originalDue}`}）`
}

/** 进展情况: what the records say (`headway`), and after it what was written. */
export function progressAfter(headway: string, { progress }: Pick<LedgerCourse, 'progress'>): string {
  return [headway, progress].filter((part) => part !== '').join('。')
}

/** 催办 in short; empty where there was none. */
export function reminderWords({ reminders, remindedOn }: Pick<LedgerCourse, 'reminders' | 'remindedOn'>): string {
  return reminders === 0 ? '' : `已催办 ${reminders} 次${remindedOn === null ? '' : `（最近 ${remindedOn}）`}`
}
