import { useQuery } from '@tanstack/react-query'
import { client } from '#web/_lib/client.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { failureOf } from '#web/_lib/failure.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { usePeriodLocksText } from './use-text.ts'

/** 锁定后的更正: what was entered since, and the figures it changed. */
export function LaterCorrections({ id }: { readonly id: string }) {
  const text = usePeriodLocksText()
  const failureText = useFailureText()
  const { data, error } = useQuery({ queryKey: ['period-locks', id, 'later'], queryFn: () => client.periodLock.later({ id }) })
  if (error !== null) return <p className="notice error">{failureText(failureOf(error))}</p>
  if (data === undefined) return <p className="quiet">{text.loading}</p>
  const figureWords = (figure: (typeof data.figures)[number]['now']): string =>
    figure === null ? text.none : text.figure(figure.actual ?? '—', figure.required ?? '—')
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
              <th scope="col">{text.reported}</th>
              <th scope="col">{text.now}</th>
            </tr>
          </thead>
          <tbody>
            {data.figures.map((figure) => (
              <tr key={`${figure.commitment} ${figure.subject} ${figure.period}`}>
                <td>
                  <a href={`/commitments/${figure.commitment}`}>{`${figure.ref} ${figure.sentence}`}</a>
                </td>
                <td className="number">{figureWords(figure.reported)}</td>
                <td className="number">{figureWords(figure.now)}</td>
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
                <a href={`/records/${record}`}>{register}</a>
              </td>
              <td>{`${state === 'submitted' && revision > 1 ? text.corrected : text.kinds[state]} ${note}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
