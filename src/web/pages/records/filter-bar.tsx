import { useEffect, useState } from 'react'
import type { Field } from '#core/register/field.ts'
import type { Register } from '#core/register/register.ts'
import { PartyInput } from '#web/_components/record-form/inputs/party-input.tsx'
import type { NamesByKey } from '#web/_components/record-value/value-words.ts'
import { useLanguage } from '#web/_lib/language.ts'
import { type Filters, isFiltered } from './model/filters.ts'
import { recordStateNames } from './model/states.ts'
import { useRecordsText } from './use-text.ts'
import '#web/_components/record-form/record-form.css'

interface FilterBarProps {
  readonly register: Register
  readonly filters: Filters
  readonly names: NamesByKey
  readonly onChange: (filters: Filters) => void
}

/** A text is looked for once the person pauses. */
const PAUSE = 250
/** Any day of the roster will do to find an org by name. */
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' }).format(new Date())

/** What is seen: words, days, unit, state, late entries, and the choices of the register's fields. */
export function FilterBar({ register, filters, names, onChange }: FilterBarProps) {
  const text = useRecordsText()
  const [typed, setTyped] = useState(filters.text ?? '')
  const [orgNames, setOrgNames] = useState<NamesByKey>({})
  const set = (changes: { readonly [Name in keyof Filters]?: Filters[Name] | undefined }): void =>
    onChange(without({ ...filters, ...changes }))
  useEffect(() => {
    if (typed === (filters.text ?? '')) return
    const timer = setTimeout(() => set({ text: typed.trim() === '' ? undefined : typed }), PAUSE)
    return () => clearTimeout(timer)
  })
  const choices = register.fields.filter((field) => field.type === 'choice')
  return (
    <div className="filters">
      <input
        type="search"
        className="input search"
        aria-label={text.search}
        placeholder={text.search}
        maxLength={100}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <label>
        {text.from}
        <input
          type="date"
          className="input"
          value={filters.from ?? ''}
          onChange={(event) => set({ from: event.target.value === '' ? undefined : event.target.value })}
        />
      </label>
      <label>
        {text.to}
        <input
          type="date"
          className="input"
          value={filters.to ?? ''}
          onChange={(event) => set({ to: event.target.value === '' ? undefined : event.target.value })}
        />
      </label>
      <select
        className="input"
        aria-label={text.state}
        value={filters.state ?? ''}
        onChange={(event) => set({ state: recordStateNames.find((state) => state === event.target.value) })}
      >
        <option value="">{text.anyState}</option>
        {recordStateNames.map((state) => (
          <option key={state} value={state}>
            {text.states[state]}
          </option>
        ))}
      </select>
      <select
        className="input"
        aria-label={text.late}
        value={filters.late === undefined ? '' : String(filters.late)}
        onChange={(event) => set({ late: event.target.value === '' ? undefined : event.target.value === 'true' })}
      >
        <option value="">{text.anyTime}</option>
        <option value="true">{text.onlyLate}</option>
        <option value="false">{text.notLate}</option>
      </select>
      {choices.map((field) => (
        <ChoiceFilter
          key={field.id}
          field={field}
          value={filters.choices?.[field.id] ?? ''}
          onChange={(option) => {
            const { [field.id]: _, ...rest } = filters.choices ?? {}
            const next = option === '' ? rest : { ...rest, [field.id]: option }
            set({ choices: Object.keys(next).length === 0 ? undefined : next })
          }}
        />
      ))}
      <div className="record-form org" title={text.org}>
        <PartyInput
          id="filter-org"
          describedBy=""
          isWrong={false}
          kinds={['org']}
          isMany={false}
          on={today}
          placeholder={text.allOrgs}
          value={filters.org === undefined ? [] : [{ kind: 'org', id: filters.org }]}
          names={{ ...names, ...orgNames }}
          onChange={([org], found) => {
            setOrgNames(found)
            set({ org: org?.id })
          }}
        />
      </div>
      {isFiltered(filters) ? (
        <button
          type="button"
          className="button quiet small"
          onClick={() => {
            setTyped('')
            onChange({})
          }}
        >
          {text.clear}
        </button>
      ) : null}
    </div>
  )
}

interface ChoiceFilterProps {
  readonly field: Extract<Field, { type: 'choice' }>
  readonly value: string
  readonly onChange: (option: string) => void
}

function ChoiceFilter({ field, value, onChange }: ChoiceFilterProps) {
  const text = useRecordsText()
  const language = useLanguage()
  const label = language === 'en' && field.labelEn !== '' ? field.labelEn : field.label
  return (
    <select className="input" aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{text.any(label)}</option>
      {field.options.map((option, index) => (
        <option key={option} value={option}>
          {language === 'en' ? (field.optionsEn[index] ?? option) : option}
        </option>
      ))}
    </select>
  )
}

/** What is not set leaves the address. */
function without(filters: { readonly [Name in keyof Filters]?: Filters[Name] | undefined }): Filters {
  const { text, from, to, org, state, late, by, down, choices } = filters
  return {
    ...(text === undefined ? {} : { text }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(org === undefined ? {} : { org }),
    ...(state === undefined ? {} : { state }),
    ...(late === undefined ? {} : { late }),
    ...(by === undefined ? {} : { by }),
    ...(down === undefined ? {} : { down }),
    ...(choices === undefined ? {} : { choices }),
  }
}
