import { verbsZh } from './words/verbs.zh.ts'
import { useJournalText } from './use-text.ts'
import { useWords } from './words/use-words.ts'

/** What is looked for; '' is everything. */
export interface Filters {
  readonly from: string
  readonly to: string
  readonly actor: string
  /** A verb, or the noun of several. */
  readonly verb: string
  readonly isRefused: boolean
}

export const noFilters: Filters = { from: '', to: '', actor: '', verb: '', isRefused: false }

const byNoun = Object.entries(Object.groupBy(Object.keys(verbsZh), (verb) => verb.split('.')[0] ?? verb))

interface FilterBarProps {
  readonly filters: Filters
  readonly onChange: (filters: Filters) => void
}

export function FilterBar({ filters, onChange }: FilterBarProps) {
  const text = useJournalText()
  const words = useWords()
  const set = (some: Partial<Filters>): void => onChange({ ...filters, ...some })
  return (
    <div className="filters" role="search" aria-label={text.filters}>
      <label>
        {text.from}
        <input type="date" className="input" value={filters.from} onChange={({ target }) => set({ from: target.value })} />
      </label>
      <label>
        {text.to}
        <input type="date" className="input" value={filters.to} onChange={({ target }) => set({ to: target.value })} />
      </label>
      <input
        type="search"
        className="input actor"
        aria-label={text.actor}
        placeholder={text.actor}
        maxLength={100}
        value={filters.actor}
        onChange={({ target }) => set({ actor: target.value })}
      />
      <select className="input" aria-label={text.verb} value={filters.verb} onChange={({ target }) => set({ verb: target.value })}>
        <option value="">{text.anyVerb}</option>
        {byNoun.map(([noun, verbs = []]) => (
          <optgroup key={noun} label={words.noun(noun)}>
            {verbs.length === 1 ? null : <option value={noun}>{text.allOf(words.noun(noun))}</option>}
            {verbs.map((verb) => (
              <option key={verb} value={verb}>
                {words.verb(verb)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <label>
        <input type="checkbox" checked={filters.isRefused} onChange={({ target }) => set({ isRefused: target.checked })} />
        {text.refusedOnly}
      </label>
      {Object.values(filters).some((value) => value !== '' && value !== false) ? (
        <button type="button" className="button quiet small" onClick={() => onChange(noFilters)}>
          {text.clear}
        </button>
      ) : null}
    </div>
  )
}
