import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import type { LedgerColumn } from '#core/ledger/ledger.ts'
import { client } from '#web/_lib/client.ts'
import { type LedgerFilter, type LedgerView, refiltered } from '../model/view.ts'
import { useLedgerText } from '../use-text.ts'
import { DayRange } from './day-range.tsx'
import { NumberRange } from './number-range.tsx'
import { ValueList } from './value-list.tsx'

interface FilterPopoverProps {
  readonly column: LedgerColumn
  readonly below: DOMRect
  readonly view: LedgerView
  readonly onFilters: (filters: LedgerFilter[]) => void
  readonly onClose: () => void
}

const WIDTH = 300

/** The filter of a column: its values with their counts, words it contains, days between. */
export function FilterPopover({ column, below, view, onFilters, onClose }: FilterPopoverProps) {
  const { text } = useLedgerText()
  const element = useRef<HTMLDivElement>(null)
  const [search, setSearch] = useState('')
  const own = view.filters.find((filter) => filter.kind === 'oneOf' && filter.column === column)
  const [chosen, setChosen] = useState<ReadonlySet<string | null> | null>(own?.kind === 'oneOf' ? new Set(own.values) : null)
  const wanted = useDeferredValue(search.trim())
  const values = useQuery({
    queryKey: ['ledger', 'values', column, view, wanted],
    queryFn: ({ signal }) => client.ledger.values({ view, column, search: wanted }, { signal }),
  })
  const all = values.data?.values ?? []

  useEffect(() => {
    const leave = (event: PointerEvent): void => {
      if (event.target instanceof Node && element.current?.contains(event.target) === false) onClose()
    }
    document.addEventListener('pointerdown', leave)
    return () => document.removeEventListener('pointerdown', leave)
  }, [onClose])

  const apply = (filters: LedgerFilter[]): void => {
    onFilters(refiltered(view.filters, column, filters))
    onClose()
  }
  const applyChosen = (): void => {
    if (chosen === null) return apply([])
    const isAll = wanted === '' && all.every(({ value }) => chosen.has(value))
    apply(isAll ? [] : [{ kind: 'oneOf', column, values: [...chosen] }])
  }
  const left = Math.max(8, Math.min(below.left, innerWidth - WIDTH - 8))
  return (
    <div
      ref={element}
      role="dialog"
      aria-label={text.filter.open(text.column[column])}
      className="popover filter"
      style={{ left, top: below.bottom + 2, width: WIDTH }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement) applyChosen()
      }}
    >
      <input
        className="input"
        type="search"
        autoFocus
        placeholder={text.filter.search}
        aria-label={text.filter.search}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      {search.trim() === '' ? null : (
        <button type="button" className="button quiet small" onClick={() => apply([{ kind: 'contains', column, text: search.trim() }])}>
          {text.filter.contains(search.trim())}
        </button>
      )}
      {column === 'dueOn' || column === 'latestSafeDay' ? (
        <DayRange column={column} filters={view.filters} onApply={(filter) => apply([filter])} />
      ) : null}
      {column === 'done' || column === 'owed' || column === 'pace' || column === 'arrears' || column === 'evidence' ? (
        <NumberRange column={column} filters={view.filters} onApply={(filter) => apply([filter])} />
      ) : null}
      <ValueList column={column} values={all} isPending={values.isPending} chosen={chosen} onChoose={setChosen} />
      <div className="foot">
        <button type="button" className="button quiet small" onClick={() => apply([])}>
          {text.filter.clear}
        </button>
        <button type="button" className="button small" onClick={onClose}>
          {text.filter.cancel}
        </button>
        <button type="button" className="button primary small" disabled={chosen?.size === 0} onClick={applyChosen}>
          {text.filter.apply}
        </button>
      </div>
    </div>
  )
}
