import { useState } from 'react'
import { readNotice } from './model/read-notice.ts'
import type { YearDays } from './model/year.ts'
import { useWorkCalendarText } from './use-text.ts'

/** Takes the days of a year from the words of the notice; what was entered before is replaced. */
export function PasteNotice({ year, onRead }: { readonly year: number; readonly onRead: (days: YearDays) => void }) {
  const text = useWorkCalendarText()
  const [words, setWords] = useState('')
  const [isEmpty, setIsEmpty] = useState(false)
  return (
    <details className="paste">
      <summary>{text.paste}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const read = readNotice(words, year)
          const isNothing = read.holidays.size + read.madeUp.size === 0
          setIsEmpty(isNothing)
          if (!isNothing) onRead(read)
        }}
      >
        <label className="field">
          <span>{text.pasteHint}</span>
          <textarea className="input" rows={4} value={words} onChange={(event) => setWords(event.target.value)} />
        </label>
        {isEmpty ? (
          <p className="notice error" role="alert">
            {text.nothingRead}
          </p>
        ) : null}
        <button type="submit" className="button" disabled={words.trim() === ''}>
          {text.take}
        </button>
      </form>
    </details>
  )
}
