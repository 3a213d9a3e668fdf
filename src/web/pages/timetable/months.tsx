import { Link } from '@tanstack/react-router'
import type { MonthMark, TimetableRow } from '#core/timetable/timetable.ts'
import { useTimetableText } from './use-text.ts'

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)

/** A row a commitment, a column a month. */
export function Months({ rows }: { readonly rows: readonly TimetableRow[] }) {
  const text = useTimetableText()
  return (
    <div className="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col" className="ref">
              {text.ref}
            </th>
            <th scope="col">{text.task}</th>
            <th scope="col">{text.owner}</th>
            {MONTHS.map((month) => (
              <th key={month} scope="col" className="month">
                {text.month(month)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.commitment} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ row: { commitment, ref, sentence, units, kind, marks, outside } }: { readonly row: TimetableRow }) {
  const text = useTimetableText()
  return (
    <tr>
      <th scope="row" className="ref">
        <Link to="/commitments/$id" params={{ id: commitment }}>
          {ref}
        </Link>
      </th>
      <td className="task" lang="zh-CN">
        {sentence}
      </td>
      <td lang="zh-CN">{units}</td>
      {kind === 'dated' && marks.length > 0 ? (
        MONTHS.map((month) => <Cell key={month} mark={marks.find((each) => each.month === month) ?? null} />)
      ) : (
        <td colSpan={MONTHS.length} className={`whole ${kind}`}>
          {kind === 'dated' ? text.elsewhere(outside) : text.kinds[kind]}
        </td>
      )}
    </tr>
  )
}

function Cell({ mark }: { readonly mark: MonthMark | null }) {
  const text = useTimetableText()
  if (mark === null) return <td className="month" />
  return (
    <td className="month due">
      {mark.days.map((day) => text.day(Number(day.slice(8)))).join(' ')}
      {mark.count > mark.days.length ? <span className="quiet">{text.times(mark.count)}</span> : null}
    </td>
  )
}
