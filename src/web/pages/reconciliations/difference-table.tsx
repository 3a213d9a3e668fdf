import { Link } from '@tanstack/react-router'
import type { Difference } from '#core/reconciliation/reconciliation.ts'
import { useReconciliationText } from './use-text.ts'
import type { Text } from './text.zh.ts'

interface DifferenceTableProps {
  readonly differences: readonly Difference[]
  readonly chosen: ReadonlySet<string>
  /** Null once it is signed. */
  readonly onChoose: ((chosen: ReadonlySet<string>) => void) | null
}

/** Both sides of each difference, and how it was settled. */
export function DifferenceTable({ differences, chosen, onChoose }: DifferenceTableProps) {
  const text = useReconciliationText()
  const toggle = (key: string): void => onChoose?.(chosen.has(key) ? without(chosen, key) : new Set([...chosen, key]))
  const isAll = differences.length > 0 && differences.every(({ key }) => chosen.has(key))
  return (
    <div className="scroll">
      <table>
        <thead>
          <tr>
            {onChoose === null ? null : (
              <th scope="col">
                <input
                  type="checkbox"
                  aria-label={text.chooseAll}
                  checked={isAll}
                  onChange={() => onChoose(isAll ? new Set() : new Set(differences.map(({ key }) => key)))}
                />
              </th>
            )}
            <th scope="col">{text.ref}</th>
            <th scope="col">{text.difference}</th>
            <th scope="col">{text.ours}</th>
            <th scope="col">{text.theirs}</th>
            <th scope="col">{text.settlement}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map((each) => (
            <tr key={each.key} className={each.settled === null ? 'open' : ''}>
              {onChoose === null ? null : (
                <td>
                  <input
                    type="checkbox"
                    aria-label={`${text.choose} ${each.ref} ${whatWords(each, text)}`}
                    checked={chosen.has(each.key)}
                    onChange={() => toggle(each.key)}
                  />
                </td>
              )}
              <td className="number">
                {each.commitment === null ? (
                  each.ref
                ) : (
                  <Link to="/commitments/$id" params={{ id: each.commitment }}>
                    {each.ref}
                  </Link>
                )}
              </td>
              <td>{whatWords(each, text)}</td>
              <td>{sideWords(each.ours, each, text)}</td>
              <td>
                {sideWords(each.theirs, each, text)} {each.cell === null ? null : <span className="quiet">{each.cell}</span>}
              </td>
              <td>
                {each.settled === null ? text.pending : text.sides[each.settled.side]}
                {each.settled === null ? null : <span className="quiet">{` ${each.settled.by} ${each.settled.note}`}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function whatWords({ kind, field }: Difference, text: Text): string {
  return field === null ? text.kinds[kind] : text.fields[field]
}

function sideWords(side: string, { field }: Difference, text: Text): string {
  if (side === '') return text.none
  return field === 'state' ? text.states[side === 'done' ? 'done' : 'open'] : side
}

function without(all: ReadonlySet<string>, key: string): ReadonlySet<string> {
  return new Set([...all].filter((each) => each !== key))
}
