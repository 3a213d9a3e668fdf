import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import { client } from '#web/_lib/client.ts'
import { PromptDialog } from './prompt-dialog.tsx'
import { useCourseFailure, useCourseText } from './use-text.ts'
import './course.css'

/** 催办 of a commitment: how often and when, and reminding now. */
export function ReminderPanel({ commitment }: { readonly commitment: CommitmentId }) {
  const text = useCourseText()
  const failureText = useCourseFailure()
  const { data, error } = useQuery({ queryKey: ['reminder', commitment], queryFn: () => client.reminder.ofCommitment({ commitment }) })
  const [isSending, setIsSending] = useState(false)
  if (error !== null) return <p className="notice error">{failureText(error)}</p>
  if (data === undefined) return <p className="quiet">{text.loading}</p>
  const { items, mayRemind } = data
  const [last] = items
  return (
    <div className="course">
      <p className={last === undefined ? 'quiet' : ''}>
        {last === undefined ? text.reminder.none : text.reminder.count(items.length, last.on)}
      </p>
      {items.length === 0 ? null : (
        <ul className="course-steps">
          {items.slice(0, 10).map(({ on, by, dueBy, note }) => (
            <li key={on}>
              {text.reminder.line(on, by, dueBy)} {note}
            </li>
          ))}
        </ul>
      )}
      {mayRemind ? (
        <p>
          <button type="button" className="button" onClick={() => setIsSending(true)}>
            {text.reminder.send}
          </button>
        </p>
      ) : null}
      {isSending ? (
        <PromptDialog
          title={text.reminder.send}
          hint={text.reminder.hint}
          fields={[{ name: 'note', label: text.reminder.note, kind: 'line', isOptional: true }]}
          send={({ note = '' }) => client.reminder.send({ commitments: [commitment], note })}
          onClose={() => setIsSending(false)}
        />
      ) : null}
    </div>
  )
}
