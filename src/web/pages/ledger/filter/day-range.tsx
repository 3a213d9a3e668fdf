import { useState } from 'react'
import type { LedgerFilter } from '../model/view.ts'
import { useLedgerText } from '../use-text.ts'

interface DayRangeProps {
  readonly column: 'dueOn' | 'latestSafeDay'
  readonly filters: readonly LedgerFilter[]
  readonly onApply: (filter: LedgerFilter) => void
}

/** Due between two days; either may be open. */
export function DayRange({ column, filters, onApply }: DayRangeProps) {
  const { text } = useLedgerText()
  const own = filters.find((filter) => filter.kind === 'between' && filter.column === column)
  const [from, setFrom] = useState(own?.kind === 'between' ? (own.from ?? '') : '')
  const [to, setTo] = useState(own?.kind === 'between' ? (own.to ?? '') : '')
  const isReversed = from !== '' && to !== '' && to < from
  return (
    <div className="day-range">
      <label>
        {text.filter.from}
        <input className="input" type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
      </label>
      <label>
        {text.filter.to}
        <input className="input" type="date" value={to} onChange={(event) => setTo(event.target.value)} />
      </label>
      <button
        type="button"
        className="button small"
        disabled={(from === '' && to === '') || isReversed}
        onClick={() => onApply({ kind: 'between', column, from: from === '' ? null : from, to: to === '' ? null : to })}
      >
        {text.filter.apply}
      </button>
    </div>
  )
}
