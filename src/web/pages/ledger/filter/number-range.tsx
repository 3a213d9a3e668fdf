import { useState } from 'react'
import type { LedgerFilter } from '../model/view.ts'
import { useLedgerText } from '../use-text.ts'

type NumberFilter = Extract<LedgerFilter, { kind: 'number' }>

interface NumberRangeProps {
  readonly column: NumberFilter['column']
  readonly filters: readonly LedgerFilter[]
  readonly onApply: (filter: LedgerFilter) => void
}

/** Between two numbers; either may be open. Shares are in percent. */
export function NumberRange({ column, filters, onApply }: NumberRangeProps) {
  const { text } = useLedgerText()
  const own = filters.find((filter): filter is NumberFilter => filter.kind === 'number' && filter.column === column)
  const [from, setFrom] = useState(textOf(own?.from))
  const [to, setTo] = useState(textOf(own?.to))
  const [least, most] = [numberOf(from), numberOf(to)]
  const isReversed = least !== null && most !== null && most < least
  return (
    <div className="day-range">
      <label>
        {text.filter.from}
        <input className="input" type="number" value={from} onChange={(event) => setFrom(event.target.value)} />
      </label>
      <label>
        {text.filter.to}
        <input className="input" type="number" value={to} onChange={(event) => setTo(event.target.value)} />
      </label>
      {column === 'done' || column === 'pace' ? <span className="quiet">{text.filter.percent}</span> : null}
      <button
        type="button"
        className="button small"
        disabled={(least === null && most === null) || isReversed}
        onClick={() => onApply({ kind: 'number', column, from: least, to: most })}
      >
        {text.filter.apply}
      </button>
    </div>
  )
}

function textOf(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value)
}

function numberOf(words: string): number | null {
  return words.trim() === '' || !Number.isFinite(Number(words)) ? null : Number(words)
}
