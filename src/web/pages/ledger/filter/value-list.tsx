import type { LedgerColumn } from '#core/ledger/ledger.ts'
import { valueText } from '../model/cells.ts'
import { useLedgerText } from '../use-text.ts'

interface ValueListProps {
  readonly column: LedgerColumn
  readonly values: readonly { readonly value: string | null; readonly count: number }[]
  readonly isPending: boolean
  /** Null: all. */
  readonly chosen: ReadonlySet<string | null> | null
  readonly onChoose: (chosen: ReadonlySet<string | null>) => void
}

/** The values of a column with their counts, to be ticked. */
export function ValueList({ column, values, isPending, chosen, onChoose }: ValueListProps) {
  const { text, ...cells } = useLedgerText()
  if (isPending) return <p className="quiet">{text.filter.loading}</p>
  if (values.length === 0) return <p className="quiet">{text.filter.none}</p>
  const has = (value: string | null): boolean => chosen === null || chosen.has(value)
  const isAll = values.every(({ value }) => has(value))
  const toggle = (value: string | null): void => {
    const next = new Set(chosen ?? values.map((each) => each.value))
    if (!next.delete(value)) next.add(value)
    onChoose(next)
  }
  const toggleAll = (): void => {
    const next = new Set(chosen ?? [])
    for (const { value } of values) {
      if (isAll) next.delete(value)
      else next.add(value)
    }
    onChoose(next)
  }
  return (
    <ul className="values">
      <li>
        <label>
          <input type="checkbox" checked={isAll} onChange={toggleAll} />
          <span>{text.filter.all}</span>
        </label>
      </li>
      {values.map(({ value, count }) => (
        <li key={value}>
          <label title={value ?? ''}>
            <input type="checkbox" checked={has(value)} onChange={() => toggle(value)} />
            <span>{valueText(column, value, text.filter.blank, cells)}</span>
            <b>{count}</b>
          </label>
        </li>
      ))}
    </ul>
  )
}
