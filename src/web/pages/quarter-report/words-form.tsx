import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Quarter } from '#core/period-lock/period-lock.ts'
import type { ReportWords } from '#core/quarter-report/quarter-report.ts'
import { client } from '#web/_lib/client.ts'
import { failureOf } from '#web/_lib/failure.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { useQuarterText } from './use-text.ts'

interface WordsFormProps {
  readonly quarter: Quarter
  readonly version: number
  readonly words: ReportWords
}

const PARTS = ['arrangement', 'difficulties', 'next'] as const

/** What the office writes in its report. */
export function WordsForm({ quarter, version, words }: WordsFormProps) {
  const text = useQuarterText()
  const failureText = useFailureText()
  const cache = useQueryClient()
  const [typed, setTyped] = useState(words)
  const isChanged = JSON.stringify(typed) !== JSON.stringify(words)
  const save = useMutation({
    mutationFn: () => client.quarterReport.keepWords({ ...quarter, version, words: typed }),
    onSettled: () => cache.invalidateQueries({ queryKey: ['quarter-reports'] }),
  })
  const set = (part: keyof ReportWords, value: string): void => setTyped({ ...typed, [part]: value })
  return (
    <form
      className="words"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <h3>{text.words}</h3>
      <label className="field">
        <span>{text.to}</span>
        <input className="input" value={typed.to} maxLength={100} onChange={(event) => set('to', event.target.value)} />
      </label>
      {PARTS.map((part) => (
        <label key={part} className="field">
          <span>{text[part]}</span>
          <textarea className="input" rows={3} maxLength={5000} value={typed[part]} onChange={(event) => set(part, event.target.value)} />
        </label>
      ))}
      {save.isError ? (
        <p className="notice error" role="alert">
          {failureOf(save.error).code === 'CONFLICT' ? text.conflict : failureText(save.error)}
        </p>
      ) : null}
      <div className="acts">
        <button type="submit" className="button" disabled={!isChanged || save.isPending}>
          {text.save}
        </button>
        <span className="quiet" role="status">
          {isChanged ? text.unsaved : version > 0 ? text.saved : ''}
        </span>
      </div>
    </form>
  )
}
