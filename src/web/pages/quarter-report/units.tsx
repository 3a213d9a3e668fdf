import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { client } from '#web/_lib/client.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { useQuarterText } from './use-text.ts'

export type SubmissionsView = Awaited<ReturnType<typeof client.submission.list>>
export type Unit = SubmissionsView['units'][number]

/** Each unit with its figures and whether it has confirmed them. */
export function Units({ view: { quarter, asOf, today, units } }: { readonly view: SubmissionsView }) {
  const text = useQuarterText()
  const [asked, setAsked] = useState<Unit | null>(null)
  const done = units.filter(({ state }) => state === 'confirmed').length
  return (
    <section aria-label={text.units}>
      <h2>{text.units}</h2>
      {asOf === today ? <p className="notice">{text.running}</p> : null}
      <p className="quiet">{units.length === 0 ? text.noUnits : text.unitsDone(done, units.length)}</p>
      {units.length === 0 ? null : (
        <div className="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{text.unit}</th>
                <th scope="col" className="number">
                  {text.rows}
                </th>
                <th scope="col" className="number">
                  {text.done}
                </th>
                <th scope="col" className="number">
                  {text.overdue}
                </th>
                <th scope="col">{text.state}</th>
                <th scope="col" />
              </tr>
            </thead>
            <tbody>
              {units.map((unit) => (
                <tr key={unit.org} className={unit.state}>
                  <th scope="row" lang="zh-CN">
                    {unit.name}
                  </th>
                  <td className="number">{unit.rows}</td>
                  <td className="number">{unit.done}</td>
                  <td className="number">{unit.overdue}</td>
                  <td>
                    <span className={`stand ${unit.state}`}>{text.states[unit.state]}</span>
                    {unit.confirmed === null ? null : (
                      <span className="quiet"> {text.confirmedBy(unit.confirmed.by, momentText(unit.confirmed.at))}</span>
                    )}
                  </td>
                  <td className="acts">
                    {unit.openDifferences > 0 ? <Link to="/reconciliations">{text.toDifferences(unit.openDifferences)}</Link> : null}
                    {unit.mayConfirm && (unit.state === 'waiting' || unit.state === 'changed') ? (
                      <button type="button" className="button small" onClick={() => setAsked(unit)}>
                        {unit.state === 'waiting' ? text.confirm : text.confirmAgain}
                      </button>
                    ) : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {asked === null ? null : <ConfirmDialog quarter={quarter} asOf={asOf} unit={asked} onClose={() => setAsked(null)} />}
    </section>
  )
}
