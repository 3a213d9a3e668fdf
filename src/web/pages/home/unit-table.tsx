import type { HomeView } from '#contract/home.ts'
import { LightMark } from '#web/_components/light/light-mark.tsx'
import { daysBetween } from './model/days.ts'
import { useText } from './use-text.ts'

/** What is late, unit by unit, the worst first: lateness before shares of what is done. */
export function UnitTable({ home: { units, asOf } }: { readonly home: Pick<HomeView, 'units' | 'asOf'> }) {
  const text = useText()
  return (
    <section className="board" aria-labelledby="units">
      <header>
        <h2 id="units">{text.lateTitle}</h2>
        {units.length > 0 ? <span className="count">{text.unitCount(units.length)}</span> : null}
      </header>
      {units.length === 0 ? (
        <p className="none">{text.nothingLate}</p>
      ) : (
        <div className="scroll">
          <table className="units">
            <thead>
              <tr>
                <th scope="col">{text.unitColumn.name}</th>
                <th scope="col">
                  <LightMark light="overdue" />
                </th>
                <th scope="col">{text.unitColumn.late}</th>
                <th scope="col">
                  <LightMark light="due-soon" />
                </th>
                <th scope="col">
                  <LightMark light="behind" />
                </th>
                <th scope="col">{text.unitColumn.rows}</th>
              </tr>
            </thead>
            <tbody>
              {units.map(({ name, overdue, dueSoon, behind, rows, since }) => (
                <tr key={name}>
                  <th scope="row">{name === '' ? text.noUnit : name}</th>
                  <td className={overdue > 0 ? 'overdue' : 'quiet'}>{overdue}</td>
                  <td>{since === null || overdue === 0 ? '' : text.longest(Math.max(0, daysBetween(since, asOf)))}</td>
                  <td className={dueSoon > 0 ? '' : 'quiet'}>{dueSoon}</td>
                  <td className={behind > 0 ? '' : 'quiet'}>{behind}</td>
                  <td className="quiet">{rows}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
