import { Link } from '@tanstack/react-router'
import type { ReportContent, ReportFigures } from '#core/quarter-report/quarter-report.ts'
import { useQuarterText } from './use-text.ts'

/** The figures by aspect, and what is late. */
export function Figures({ content: { aspects, all, corrections } }: { readonly content: ReportContent }) {
  const text = useQuarterText()
  const heads = [text.total, text.closed, text.staged, text.open, text.overdue, text.undefined, text.terminated]
  return (
    <>
      <div className="scroll">
        <table>
          <caption>{text.figures}</caption>
          <thead>
            <tr>
              <th scope="col">{text.aspect}</th>
              {heads.map((words) => (
                <th key={words} scope="col" className="number">
                  {words}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {aspects.map((each) => (
              <Row key={`${each.plan ?? ''} ${each.aspect}`} name={each.aspect} figures={each} />
            ))}
          </tbody>
          <tfoot>
            <Row name={text.whole} figures={all} />
          </tfoot>
        </table>
      </div>
      <p className="quiet">{text.basis}</p>
      {corrections.length === 0 ? null : <p>{text.corrections(corrections.length)}</p>}
      <details open={all.late.length > 0 && all.late.length <= 10}>
        <summary>{all.late.length === 0 ? text.noLate : text.late(all.late.length)}</summary>
        <ul className="late">
          {all.late.map(({ commitment, ref, sentence, units, headway, isOfEarlier }) => (
            <li key={commitment} lang="zh-CN">
              <Link to="/commitments/$id" params={{ id: commitment }}>
                {ref}
              </Link>{' '}
              {sentence}{' '}
              <span className="quiet">
                {[units, headway, isOfEarlier ? text.ofEarlier : ''].filter((words) => words !== '').join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}

function Row({ name, figures }: { readonly name: string; readonly figures: ReportFigures }) {
  const { total, closed, staged, open, overdue, undefined: unsaid, terminated } = figures
  return (
    <tr>
      <th scope="row" lang="zh-CN">
        {name}
      </th>
      {Object.entries({ total, closed, staged, open, overdue, unsaid, terminated }).map(([place, count]) => (
        <td key={place} className="number">
          {count}
        </td>
      ))}
    </tr>
  )
}
