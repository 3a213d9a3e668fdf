import type { Asked, Preview } from '../model/asked.ts'
import { useRecordImportText } from '../use-text.ts'

interface NamesProps {
  readonly preview: Preview
  readonly asked: Asked
  readonly onChange: (asked: Asked) => void
}

/** Names that mean several, or nobody: nothing is guessed. */
export function Names({ preview: { open }, asked, onChange }: NamesProps) {
  const text = useRecordImportText()
  if (open.length === 0) return null
  return (
    <section className="names">
      <h2>{text.names}</h2>
      <ul>
        {open.map(({ role, name, candidates }) => (
          <li key={`${role}:${name}`}>
            {candidates.length === 0 ? (
              <span>{text.unknownName(name)}</span>
            ) : (
              <label>
                {text.whichOf(name)}
                <select
                  className="input"
                  value={asked.names[`${role}:${name}`] ?? ''}
                  onChange={({ target }) => onChange({ ...asked, names: { ...asked.names, [`${role}:${name}`]: target.value } })}
                >
                  <option value="">{text.choosePerson}</option>
                  {candidates.map((candidate) => (
                    <option key={candidate.key} value={candidate.key}>
                      {candidate.more === '' ? candidate.name : `${candidate.name}（${candidate.more}）`}
                    </option>
                  ))}
                </select>
              </label>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
