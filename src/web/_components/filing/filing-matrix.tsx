import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { FilingMatrix as Matrix, FilingState } from '#core/register/filing.ts'
import { useMoment } from '#web/_components/moment/moment.ts'
import { client } from '#web/_lib/client.ts'
import { useLanguage, useText } from '#web/_lib/language.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { periodLabel } from './period-label.ts'
import { en } from './text.en.ts'
import { type Text, zh } from './text.zh.ts'
import './filing.css'

interface FilingMatrixProps {
  readonly register: string
  /** How names of the pack's posts read: for those whom the organisation does not have. */
  readonly nameOf?: (post: string) => string
}

/** 填报情况 of a register, unit by period; nothing where it has no duty. */
export function FilingMatrix({ register, nameOf = (post) => post }: FilingMatrixProps) {
  const text = useText<Text>({ zh, en })
  const language = useLanguage()
  const failureText = useFailureText()
  const { asked } = useMoment()
  const answer = useQuery({
    queryKey: ['registers', 'filing', register, asked],
    queryFn: () => client.register.filing({ register, ...asked }),
  })
  if (answer.isError) return <p className="notice error">{failureText(answer.error)}</p>
  if (answer.data === undefined) return <p className="quiet">{text.loading}</p>
  const { matrix, names, asOf } = answer.data
  if (matrix === null) return null
  const unknown = matrix.unknown.map(nameOf).join(language === 'zh' ? '、' : ', ')
  return (
    <section className="filing" aria-label={text.title}>
      <h2>
        {text.title} <span className="quiet">{text.asOf(asOf)}</span>
      </h2>
      {unknown === '' ? null : <p className="notice warning">{text.unknown(unknown)}</p>}
      {matrix.periods.length === 0 ? <p className="quiet">{text.none}</p> : null}
      {matrix.rows.length === 0 || matrix.periods.length === 0 ? null : (
        <div className="scroll" tabIndex={0} role="group" aria-label={text.title}>
          <table>
            <thead>
              <tr>
                <th scope="col">{text.unit}</th>
                {matrix.periods.map(({ from, to, dueOn }) => (
                  <th key={from} scope="col" title={text.due(periodLabel(from, to, text), dueOn)}>
                    {periodLabel(from, to, text)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {matrix.rows.map(({ orgs, states }) => {
                const unit = orgs.map((org) => names[org] ?? org).join(language === 'zh' ? '、' : ', ')
                return (
                  <tr key={orgs.join()}>
                    <th scope="row">{orgs.length > 1 ? `${unit}（${text.joint}）` : unit}</th>
                    {states.map((state, index) => (
                      <Cell
                        key={matrix.periods[index]?.from ?? index}
                        state={state}
                        unit={unit}
                        period={matrix.periods[index]}
                        link={{ register, org: orgs[0] ?? '', asOf }}
                      />
                    ))}
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

interface CellProps {
  readonly state: FilingState
  readonly unit: string
  readonly period: Matrix['periods'][number] | undefined
  readonly link: { readonly register: string; readonly org: string; readonly asOf: string }
}

/** What stands there in sign and word; what is missing leads to the form. */
function Cell({ state: { state, isZero }, unit, period, link }: CellProps) {
  const text = useText<Text>({ zh, en })
  const words = (
    <>
      <span aria-hidden="true">{text.signs[state]}</span> {text.states[state]}
      {isZero ? <span className="zero"> {text.zero}</span> : null}
    </>
  )
  if (period === undefined || (state !== 'missing' && state !== 'open')) return <td className={`state ${state}`}>{words}</td>
  const on = period.to < link.asOf ? period.to : link.asOf
  return (
    <td className={`state ${state}`}>
      <Link
        to="/records/new"
        search={{ register: link.register, on, subject: `org:${link.org}` }}
        title={text.file(unit, periodLabel(period.from, period.to, text))}
      >
        {words}
      </Link>
    </td>
  )
}
