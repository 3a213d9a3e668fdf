import { Link } from '@tanstack/react-router'
import { Fragment, useState } from 'react'
import { gravestOf } from '#core/light/gravest.ts'
import { Icon } from '#web/_components/icon.tsx'
import { LightMark } from '#web/_components/light/light-mark.tsx'
import { useDefinitionText } from '#web/_words/definition/use-words.ts'
import { Explanation } from './explanation.tsx'
import { periodName } from './period.ts'
import type { CommitmentPageView, Item } from './use-commitment.ts'
import { useCommitmentText } from './use-text.ts'

interface OccurrencesProps {
  readonly view: CommitmentPageView
  readonly isOffice: boolean
  readonly isPast: boolean
}

/** Every period with its subjects: what runs first, then what is over, then what is to come. One opens to its explanation. */
export function Occurrences({ view, isOffice, isPast }: OccurrencesProps) {
  const text = useCommitmentText()
  const words = useDefinitionText()
  const { items, asOf, terms, counting } = view
  const periods = [...Map.groupBy(items, ({ occurrence }) => occurrence.period.key)].toSorted(
    ([, [a]], [, [b]]) => rankOf(a, asOf) - rankOf(b, asOf) || (fromOf(a) < fromOf(b) ? 1 : -1),
  )
  const [chosen, setChosen] = useState<string | null>(() => firstChoice(periods[0]?.[1] ?? []))
  return (
    <section className="occurrences" aria-labelledby="occurrences">
      <h2 id="occurrences">{text.occurrences}</h2>
      {terms === null ? (
        <p className="notice warning">
          {text.notComputing}
          {counting.open.length === 0 ? null : ` ${text.openNow}：${counting.open.map((code) => words.open[code]).join(words.list)}`}
        </p>
      ) : items.length === 0 ? (
        <p className="quiet">{text.noOccurrences}</p>
      ) : null}
      {view.seesAll ? null : <p className="quiet">{text.partly}</p>}
      <Corrected view={view} />
      {periods.map(([key, of]) => (
        <Period key={key} of={of} view={view} chosen={chosen} onChoose={setChosen} isOffice={isOffice && !isPast} />
      ))}
    </section>
  )
}

/** 锁定后更正: figures of reported quarters that came out otherwise since. */
function Corrected({ view: { corrected, names } }: { readonly view: CommitmentPageView }) {
  const text = useCommitmentText()
  if (corrected.length === 0) return null
  return (
    <div className="notice warning corrected">
      <strong>{text.corrected}</strong>
      <ul>
        {corrected.map(({ quarter: { year, quarter }, subject, from, to, reported, now }) => (
          <li key={`${year} ${quarter} ${subject} ${from}`}>
            {text.period.quarter(String(year), quarter)} · <span lang="zh-CN">{subjectName(subject, names)}</span> ·{' '}
            {to === null ? text.period.open(from) : text.period.span(from, to)} · {text.wasReported(reported ?? '—', now ?? '—')}
          </li>
        ))}
      </ul>
      <Link to="/period-locks">{text.toLocks}</Link>
    </div>
  )
}

interface PeriodProps {
  readonly of: readonly Item[]
  readonly view: CommitmentPageView
  readonly chosen: string | null
  readonly onChoose: (key: string | null) => void
  readonly isOffice: boolean
}

function Period({ of, view, chosen, onChoose, isOffice }: PeriodProps) {
  const text = useCommitmentText()
  const [first] = of
  if (first === undefined) return null
  const { period } = first.occurrence
  const rank = rankOf(first, view.asOf)
  const light = gravestOf(of.map((item) => item.light))
  return (
    <details className="period" open={rank === 0 || of.some((item) => keyOf(item) === chosen)}>
      <summary>
        <strong>{periodName(period, text.period)}</strong>
        {rank === 1 ? null : <span className="tag">{rank === 0 ? text.period.running : text.period.coming}</span>}
        {light === null ? null : <LightMark light={light} />}
      </summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.column.subject}</th>
            <th scope="col">{text.column.light}</th>
            <th scope="col">{text.column.done}</th>
            <th scope="col">{text.column.owed}</th>
            <th scope="col">{text.column.pace}</th>
            <th scope="col">{text.column.safe}</th>
          </tr>
        </thead>
        <tbody>
          {of.map((item) => {
            const key = keyOf(item)
            const isOpen = key === chosen
            return (
              <Fragment key={key}>
                <OccurrenceRow item={item} view={view} isOpen={isOpen} onToggle={() => onChoose(isOpen ? null : key)} />
                {isOpen ? (
                  <tr className="opened">
                    <td colSpan={6}>
                      <Explanation item={item} view={view} isOffice={isOffice} />
                    </td>
                  </tr>
                ) : null}
              </Fragment>
            )
          })}
        </tbody>
      </table>
    </details>
  )
}

interface OccurrenceRowProps {
  readonly item: Item
  readonly view: CommitmentPageView
  readonly isOpen: boolean
  readonly onToggle: () => void
}

function OccurrenceRow({ item, view, isOpen, onToggle }: OccurrenceRowProps) {
  const text = useCommitmentText()
  const { occurrence, light } = item
  const unit = view.terms?.target.unit ?? ''
  return (
    <tr className={isOpen ? 'is-open' : ''}>
      <th scope="row">
        <button type="button" className="subject" aria-expanded={isOpen} onClick={onToggle} lang="zh-CN">
          <Icon name={isOpen ? 'down' : 'right'} />
          {subjectName(occurrence.subject, view.names)}
        </button>
      </th>
      <td data-label={text.column.light}>
        <LightMark light={light} />
      </td>
      <td className="number" data-label={text.column.done}>
        {occurrence.actual ?? '–'} / {occurrence.required ?? '–'} {unit}
      </td>
      <td className="number" data-label={text.column.owed}>
        {occurrence.owed ?? '–'}
      </td>
      <td className="number" data-label={text.column.pace}>
        {occurrence.pace === null ? '–' : Number(occurrence.pace).toFixed(1)}
      </td>
      <td className="number" data-label={text.column.safe}>
        {occurrence.latestSafeDay ?? '–'}
      </td>
    </tr>
  )
}

export function subjectName(subject: string, names: CommitmentPageView['names']): string {
  return subject
    .split('+')
    .map((key) => names[key] ?? '—')
    .join(' × ')
}

function keyOf({ occurrence: { subject, period } }: Item): string {
  return `${subject} ${period.key}`
}

/** The one that needs a person most, where there are few enough to read. */
function firstChoice(of: readonly Item[]): string | null {
  const gravest = gravestOf(of.map(({ light }) => light))
  const item = of.find(({ light }) => light === gravest)
  return item === undefined ? null : keyOf(item)
}

function rankOf(item: Item | undefined, asOf: string): number {
  const period = item?.occurrence.period
  if (period === undefined || period.from > asOf) return 2
  return period.to !== null && period.to < asOf ? 1 : 0
}

function fromOf(item: Item | undefined): string {
  return item?.occurrence.period.from ?? ''
}
