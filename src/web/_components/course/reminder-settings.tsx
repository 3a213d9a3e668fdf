import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { Field } from '#web/_components/field.tsx'
import { client } from '#web/_lib/client.ts'
import { useCourseFailure, useCourseText } from './use-text.ts'
import './course.css'

/** 自动催办: on which days before, and how often after; the office sets it. */
export function ReminderSettings() {
  const { reminder: text } = useCourseText()
  const { data } = useQuery({ queryKey: ['reminder', 'setting'], queryFn: () => client.reminder.setting() })
  if (data === undefined) return null
  return (
    <section className="course reminder-settings">
      <h2>{text.automatic}</h2>
      <p>{text.automaticHint}</p>
      <SettingForm
        key={data.version}
        version={data.version}
        before={data.setting.daysBefore.join('、')}
        after={String(data.setting.everyAfter ?? '')}
      />
    </section>
  )
}

interface FormProps {
  readonly version: number
  readonly before: string
  readonly after: string
}

function SettingForm({ version, before: stands, after: stood }: FormProps) {
  const { reminder: text } = useCourseText()
  const failureText = useCourseFailure()
  const cache = useQueryClient()
  const [before, setBefore] = useState(stands)
  const [after, setAfter] = useState(stood)
  const days = daysIn(before)
  const every = after.trim() === '' ? null : Number(after)
  const isWrong = days === null || (every !== null && !(Number.isInteger(every) && every >= 1 && every <= 366))
  const save = useMutation({
    mutationFn: () => client.reminder.set({ version, setting: { daysBefore: days ?? [], everyAfter: every } }),
    onSettled: () => cache.invalidateQueries({ queryKey: ['reminder', 'setting'] }),
  })
  return (
    <form
      className="course-form"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <Field
        label={text.daysBefore}
        value={before}
        wrong={days === null ? text.wrongDays : undefined}
        onChange={(event) => setBefore(event.target.value)}
      />
      <Field label={text.everyAfter} type="number" min={1} max={366} value={after} onChange={(event) => setAfter(event.target.value)} />
      <FailureNotice error={save.error} words={failureText} />
      <p>
        <button type="submit" className="button" disabled={save.isPending || isWrong}>
          {text.save}
        </button>
      </p>
    </form>
  )
}

const MOST = 10

/** The days that are named, with anything between them; null where something is no number of days, or there are too many. */
function daysIn(words: string): number[] | null {
  const parts = words.split(/[\s,，、;；]+/).filter((part) => part !== '')
  const days = parts.map(Number)
  return days.length <= MOST && days.every((day) => Number.isInteger(day) && day >= 0 && day <= 366) ? days : null
}
