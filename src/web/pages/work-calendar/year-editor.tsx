import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { client } from '#web/_lib/client.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { tell } from '#web/_lib/toast.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { toggled, type YearDays } from './model/year.ts'
import { PasteNotice } from './paste-notice.tsx'
import { useWorkCalendarText } from './use-text.ts'
import { YearGrid } from './year-grid.tsx'

type Stored = Awaited<ReturnType<typeof client.workCalendar.get>>['years'][number]

interface Editor {
  readonly year: number
  readonly stored: Stored | null
  readonly canEdit: boolean
  readonly onYear: (year: number) => void
}

/** One year: its days, who entered them, and what is being changed. */
export function YearEditor({ year, stored, canEdit, onYear }: Editor) {
  const text = useWorkCalendarText()
  const failureText = useFailureText()
  const cache = useQueryClient()
  const before: YearDays = { holidays: new Set(stored?.holidays ?? []), madeUp: new Set(stored?.makeUpWorkDays ?? []) }
  const [days, setDays] = useState(before)
  const [isChanged, setIsChanged] = useState(false)
  const change = (next: YearDays): void => {
    setDays(next)
    setIsChanged(true)
  }
  const save = useMutation({
    mutationFn: () => {
      const given = { holidays: [...days.holidays].toSorted(), makeUpWorkDays: [...days.madeUp].toSorted() }
      return client.workCalendar.set({ year, version: stored?.version ?? 0, ...given })
    },
    onSuccess: async () => {
      tell('done', text.saved(year))
      await cache.invalidateQueries()
    },
  })
  return (
    <>
      <div className="bar">
        <button type="button" className="button small" onClick={() => onYear(year - 1)}>
          {text.before}
        </button>
        <strong>{text.year(year)}</strong>
        <button type="button" className="button small" onClick={() => onYear(year + 1)}>
          {text.after}
        </button>
        <span className="quiet">{stored === null ? text.notEntered : text.enteredBy(stored.enteredBy, momentText(stored.enteredAt))}</span>
        <span>{text.counts(days.holidays.size, days.madeUp.size)}</span>
        {canEdit ? (
          <span className="acts">
            {isChanged ? (
              <button
                type="button"
                className="button quiet"
                onClick={() => {
                  setDays(before)
                  setIsChanged(false)
                }}
              >
                {text.undo}
              </button>
            ) : null}
            <button type="button" className="button primary" disabled={!isChanged || save.isPending} onClick={() => save.mutate()}>
              {text.save}
            </button>
          </span>
        ) : null}
      </div>
      <FailureNotice error={save.error} words={failureText} />
      {canEdit ? (
        <>
          <p className="quiet">{text.how}</p>
          <PasteNotice year={year} onRead={change} />
        </>
      ) : null}
      <YearGrid year={year} days={days} onToggle={canEdit ? (day) => change(toggled(days, day)) : null} />
    </>
  )
}
