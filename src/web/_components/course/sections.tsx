import type { CommitmentId } from '#core/commitment/commitment.ts'
import { ChangePanel } from './change-panel.tsx'
import { DifficultyPanel } from './difficulty-panel.tsx'
import { ProgressPanel } from './progress-panel.tsx'
import { ReminderPanel } from './reminder-panel.tsx'
import { useCourseText } from './use-text.ts'

/** What is said and asked of a commitment while it runs, section by section. */
export function CourseSections({ commitment }: { readonly commitment: CommitmentId }) {
  const text = useCourseText()
  const sections = [
    { id: 'progress', title: text.progress.title, panel: <ProgressPanel commitment={commitment} /> },
    { id: 'difficulties', title: text.difficulty.title, panel: <DifficultyPanel commitment={commitment} /> },
    { id: 'changes', title: text.change.title, panel: <ChangePanel commitment={commitment} /> },
    { id: 'reminders', title: text.reminder.title, panel: <ReminderPanel commitment={commitment} /> },
  ]
  return sections.map(({ id, title, panel }) => (
    <section key={id} className="behind" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {panel}
    </section>
  ))
}
