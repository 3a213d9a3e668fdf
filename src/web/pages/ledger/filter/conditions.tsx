import { Icon } from '#web/_components/icon.tsx'
import { valueText } from '../model/cells.ts'
import type { LedgerFilter } from '../model/view.ts'
import { useLedgerText } from '../use-text.ts'

interface ConditionsProps {
  readonly filters: readonly LedgerFilter[]
  readonly onFilters: (filters: LedgerFilter[]) => void
}

/** More values than this are counted, not named. */
const NAMED = 3

/** The conditions that hold, each with a button to drop it. */
export function Conditions({ filters, onFilters }: ConditionsProps) {
  const { text, ...cells } = useLedgerText()
  if (filters.length === 0) return null
  const wordsOf = (filter: LedgerFilter): string => {
    const column = text.column[filter.column]
    switch (filter.kind) {
      case 'contains':
        return text.condition.contains(column, filter.text)
      case 'between':
        return text.condition.between(column, filter.from ?? '', filter.to ?? '')
      case 'number':
        return text.condition.number(column, numberText(filter, filter.from), numberText(filter, filter.to))
      case 'unit':
        return text.condition.unit(filter.name)
      case 'oneOf': {
        const names = filter.values.map((value) => valueText(filter.column, value, text.filter.blank, cells))
        const [first = ''] = names
        return text.condition.oneOf(column, names.length > NAMED ? text.condition.more(first, names.length) : names.join('、'))
      }
    }
  }
  return (
    <ul className="conditions">
      {filters.map((filter) => (
        <li key={`${filter.kind} ${filter.column}`}>
          {wordsOf(filter)}
          <button type="button" aria-label={text.remove} onClick={() => onFilters(filters.filter((each) => each !== filter))}>
            <Icon name="close" />
          </button>
        </li>
      ))}
      <li className="clear">
        <button type="button" onClick={() => onFilters([])}>
          {text.clear}
        </button>
      </li>
    </ul>
  )
}

function numberText({ column }: Extract<LedgerFilter, { kind: 'number' }>, value: number | null): string {
  if (value === null) return ''
  return column === 'done' || column === 'pace' ? `${value}%` : String(value)
}
