import { useDispatchText } from './use-text.ts'

interface UnitProps {
  readonly units: readonly { readonly id: string; readonly name: string }[]
  readonly org: string
  readonly supporting: readonly string[]
  readonly onChange: (some: { readonly org?: string; readonly supporting?: readonly string[] }) => void
}

/** To which unit, and which support it. */
export function UnitFields({ units, org, supporting, onChange }: UnitProps) {
  const text = useDispatchText()
  const name = new Map(units.map((unit) => [unit.id, unit.name]))
  return (
    <>
      <label className="field">
        <span className="label">{text.unit}</span>
        <select className="input" required value={org} onChange={(event) => onChange({ org: event.target.value })}>
          <option value="">{text.choose}</option>
          {units.map((unit) => (
            <option key={unit.id} value={unit.id}>
              {unit.name}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span className="label">{text.supporting}</span>
        <select
          className="input"
          value=""
          onChange={(event) => onChange({ supporting: [...new Set([...supporting, event.target.value])] })}
        >
          <option value="">{text.choose}</option>
          {units
            .filter(({ id }) => id !== org && !supporting.includes(id))
            .map((unit) => (
              <option key={unit.id} value={unit.id}>
                {unit.name}
              </option>
            ))}
        </select>
      </label>
      {supporting.length === 0 ? null : (
        <p className="dispatch-line">
          {supporting.map((id) => (
            <button
              key={id}
              type="button"
              className="button small"
              onClick={() => onChange({ supporting: supporting.filter((each) => each !== id) })}
            >
              {name.get(id)} ×
            </button>
          ))}
        </p>
      )}
    </>
  )
}
