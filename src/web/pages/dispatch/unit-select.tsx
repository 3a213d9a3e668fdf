import type { DispatchBoard } from '#contract/dispatch.ts'

interface UnitSelectProps {
  readonly units: DispatchBoard['units']
  readonly label: string
  readonly value: string
  readonly onChange: (unit: string) => void
}

/** Chooses a unit; '' none. */
export function UnitSelect({ units, label, value, onChange }: UnitSelectProps) {
  return (
    <select className="input dispatch-pick" aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">—</option>
      {units.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  )
}
