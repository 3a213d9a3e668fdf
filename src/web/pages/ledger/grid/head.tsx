import { useRef } from 'react'
import type { LedgerColumn } from '#core/ledger/ledger.ts'
import { Icon } from '#web/_components/icon.tsx'
import { useLedgerText } from '../use-text.ts'
import { useHeads } from './context.ts'

/** The head of a column: its name sorts, the funnel filters. */
export function Head({ column }: { readonly column: LedgerColumn }) {
  const { text } = useLedgerText()
  const { view, sortBy, openFilter } = useHeads()
  const element = useRef<HTMLDivElement>(null)
  const label = text.column[column]
  const at = view.sort.findIndex((each) => each.column === column)
  const sorted = view.sort[at]
  const isFiltered = view.filters.some((each) => each.column === column)
  return (
    <div className="head" ref={element}>
      <button type="button" className="name" title={text.filter.sortBy(label)} onClick={(event) => sortBy(column, event.shiftKey)}>
        <span>{label}</span>
        {sorted === undefined ? null : <Icon name={sorted.descending ? 'sortDown' : 'sortUp'} />}
        {sorted === undefined || view.sort.length < 2 ? null : <sub>{at + 1}</sub>}
        {sorted === undefined ? null : (
          <span className="visually-hidden">{sorted.descending ? text.filter.descending : text.filter.ascending}</span>
        )}
      </button>
      <button
        type="button"
        className={`funnel ${isFiltered ? 'on' : ''}`}
        aria-label={text.filter.open(label)}
        aria-pressed={isFiltered}
        onClick={() => element.current && openFilter(column, element.current.getBoundingClientRect())}
      >
        <Icon name="filter" />
      </button>
    </div>
  )
}
