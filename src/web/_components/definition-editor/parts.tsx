import { type ReactNode, useId } from 'react'

interface Option {
  readonly value: string
  readonly label: string
  /** Options of one group stand together under its name. */
  readonly group?: string
}

interface PickProps {
  readonly label: string
  readonly value: string
  readonly options: readonly Option[]
  readonly onChange: (value: string) => void
  /** What the empty choice says; without it there is none. */
  readonly empty?: string
}

/** A labelled choice of one. */
export function Pick({ label, value, options, onChange, empty }: PickProps) {
  const id = useId()
  const groups = [...Map.groupBy(options, ({ group }) => group ?? '')]
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <select id={id} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
        {empty === undefined ? null : <option value="">{empty}</option>}
        {groups.map(([group, of]) =>
          group === '' ? (
            of.map((option) => <Choice key={option.value} option={option} />)
          ) : (
            <optgroup key={group} label={group}>
              {of.map((option) => (
                <Choice key={option.value} option={option} />
              ))}
            </optgroup>
          ),
        )}
      </select>
    </div>
  )
}

function Choice({ option }: { readonly option: Option }) {
  return <option value={option.value}>{option.label}</option>
}

/** A tick with its words. */
export function Tick({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: boolean
  readonly onChange: (value: boolean) => void
}) {
  return (
    <label className="tick">
      <input type="checkbox" checked={value} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  )
}

/** A part of the editor under its heading. */
export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset>
      <legend>{title}</legend>
      {children}
    </fieldset>
  )
}
