import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { client } from '#web/_lib/client.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { useRegisterTitles } from '#web/_components/register-titles.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { usePeriodLocksText } from './use-text.ts'

/** 锁定后的更正: what was entered since, and the figures it changed. */
export function LaterCorrections({ id }: { readonly id: string }) {
  const text = usePeriodLocksText()
  const failureText = useFailureText()
  const { data, error } = useQuery({ queryKey: ['period-locks', id, 'later'], queryFn: () => client.periodLock.later({ id }) })
  const titleOf = useRegisterTitles()
  if (error !== null) return <p className="notice error">{failureText(error)}</p>
  if (data === undefined) return <p className="quiet">{text.loading}</p>
  const figureWords = (figure: (typeof data.figures)[number]['now'], unit: string): string =>
    figure === null ? text.none : `${text.figure(figure.actual ?? '—', figure.required ?? '—')} ${unit}`
  const subjectWords = (subject: string): string =>
    subject
      .split('+')
      .map((key) => data.names[key] ?? '—')
      .join(' × ')
  return (
    <div className="later">
      <h2>{text.figures}</h2>
      {data.figures.length === 0 ? (
        <p className="quiet">{text.noFigures}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{text.commitment}</th>
              <th scope="col">{text.subject}</th>
              <th scope="col">{text.reported}</th>
              <th scope="col">{text.now}</th>
            </tr>
          </thead>
          <tbody>
            {data.figures.map((figure) => (
              <tr key={`${figure.commitment} ${figure.subject} ${figure.period}`}>
                <td>
                  <Link to="/commitments/$id" params={{ id: figure.commitment }} lang="zh-CN">
                    {figure.ref} {figure.sentence}
                  </Link>
                </td>
                <td lang="zh-CN">
                  {subjectWords(figure.subject)}
                  <span className="quiet"> {figure.to === null ? text.since(figure.from) : text.span(figure.from, figure.to)}</span>
                </td>
                <td className="number">{figureWords(figure.reported, figure.unit)}</td>
                <td className="number">{figureWords(figure.now, figure.unit)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <h2>{text.revisions}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.enteredHead}</th>
            <th scope="col">{text.daysHead}</th>
            <th scope="col">{text.registerHead}</th>
            <th scope="col">{text.note}</th>
          </tr>
        </thead>
        <tbody>
          {data.revisions.map(({ record, revision, register, from, to, state, note, enteredAt, enteredBy }) => (
            <tr key={`${record} ${revision}`}>
              <td>{`${momentText(enteredAt)} ${enteredBy}`}</td>
              <td>{from === to ? from : `${from} – ${to}`}</td>
              <td>
                <Link to="/records/$recordId" params={{ recordId: record }} lang="zh-CN">
                  {titleOf(register)} {data.names[`record:${record}`] ?? ''}
                </Link>
              </td>
              <td>{`${state === 'submitted' && revision > 1 ? text.corrected : text.kinds[state]} ${note}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
