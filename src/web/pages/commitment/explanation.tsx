import { useState } from 'react'
import { Icon } from '#web/_components/icon.tsx'
import { useLanguage, useText } from '#web/_lib/language.ts'
import { useReasonText } from '#web/_words/credit/words.ts'
import { titleOf } from '#web/_words/definition/words.ts'
import { en } from '#web/_words/explanation/text.en.ts'
import { type Text as Sentences, zh } from '#web/_words/explanation/text.zh.ts'
import { RuleDialog } from './rule-dialog.tsx'
import { subjectName } from './occurrences.tsx'
import type { CommitmentPageView, Item } from './use-commitment.ts'
import { useCommitmentText } from './use-text.ts'
import { Waive } from './waive.tsx'

type Credit = Item['occurrence']['explanation'][number]

interface ExplanationProps {
  readonly item: Item
  readonly view: CommitmentPageView
  readonly isOffice: boolean
}

/** Why a light is as it is, and each record with why it counts or not. */
export function Explanation({ item, view, isOffice }: ExplanationProps) {
  const text = useCommitmentText()
  const sentences = useText<Sentences>({ zh, en })
  const { occurrence, light, because } = item
  const unit = unitOf(item, view)
  const counted = occurrence.explanation.filter(({ counts }) => counts)
  const others = occurrence.explanation.filter(({ counts }) => !counts)
  return (
    <div className="explanation">
      <p className="because">
        <strong>{sentences.ask[light]}</strong> {sentences.because[because.code](because.params, unit)}
        {occurrence.numerator === null || occurrence.denominator === null ? null : (
          <span className="quiet"> {text.parts(occurrence.numerator, occurrence.denominator)}</span>
        )}
      </p>
      {occurrence.explanation.length === 0 ? <p className="quiet">{text.noRecords}</p> : null}
      <Records
        title={text.counted(counted.length)}
        credits={counted}
        period={occurrence.period}
        view={view}
        unit={unit}
        isOffice={isOffice}
      />
      <Records
        title={text.notCounted(others.length)}
        credits={others}
        period={occurrence.period}
        view={view}
        unit={unit}
        isOffice={isOffice}
      />
      {isOffice && occurrence.state !== 'waived' && occurrence.state !== 'met' ? <Waive item={item} view={view} /> : null}
    </div>
  )
}

/** The unit of what is counted: of a share that of its upper side, which nobody names. */
function unitOf({ occurrence }: Item, { terms }: CommitmentPageView): string {
  return occurrence.running === null ? (terms?.target.unit ?? '') : ''
}

interface RecordsProps {
  readonly title: string
  readonly credits: readonly Credit[]
  readonly period: Item['occurrence']['period']
  readonly view: CommitmentPageView
  readonly unit: string
  readonly isOffice: boolean
}

function Records({ title, credits, period, view, unit, isOffice }: RecordsProps) {
  if (credits.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul className="credits">
        {credits.map((credit) => (
          <CreditLine key={`${credit.record} ${credit.part}`} credit={credit} period={period} view={view} unit={unit} isOffice={isOffice} />
        ))}
      </ul>
    </>
  )
}

function CreditLine({ credit, period, view, unit, isOffice }: Omit<RecordsProps, 'title' | 'credits'> & { readonly credit: Credit }) {
  const text = useCommitmentText()
  const language = useLanguage()
  const reasonText = useReasonText()
  const [isRuling, setIsRuling] = useState(false)
  const registers = new Map<string, CommitmentPageView['registers'][number]>(view.registers.map((register) => [register.id, register]))
  const record = view.records.find(({ id }) => id === credit.record)
  const register = registers.get(record?.register ?? '')
  const who =
    record === undefined ? [] : record.subjects.length > 0 ? record.subjects.map(({ kind, id }) => `${kind}:${id}`) : [`org:${record.org}`]
  return (
    <li className={credit.counts ? 'counts' : 'not'}>
      <Icon name={credit.counts ? 'check' : 'close'} />
      <div>
        <p>
          <a href={`/records/${credit.record}`} lang="zh-CN">
            {record === undefined ? '—' : daysOf(record.occurredOn)}{' '}
            {record?.words || (register === undefined ? '' : titleOf(register, register.id, language))}
          </a>
          <span className="quiet" lang="zh-CN">
            {' '}
            {who
              .slice(0, 4)
              .map((key) => subjectName(key, view.names))
              .join('、')}
          </span>
        </p>
        <p className="why">
          {credit.counts ? <strong>{text.quantity(credit.quantity, unit)}</strong> : null}
          {text.part[credit.part] === '' ? null : <span className="tag">{text.part[credit.part]}</span>}
          {reasonText(credit.reason, { register, registers, names: view.names })}
          {record !== undefined && (record.isLate || isAfter(record, period)) ? (
            <span className="tag late" title={text.lateHint(record.occurredOn.to, record.firstEnteredOn)}>
              {isAfter(record, period) ? text.enteredAfter : text.late} {record.firstEnteredOn}
            </span>
          ) : null}
          {credit.counts && record?.state === 'submitted' ? <span className="tag">{text.unreviewed}</span> : null}
        </p>
      </div>
      {isOffice && record !== undefined && record.state !== 'voided' && record.state !== 'draft' ? (
        <button type="button" className="button small quiet" onClick={() => setIsRuling(true)}>
          {credit.counts ? text.countNot : text.count}
        </button>
      ) : null}
      {isRuling ? (
        <RuleDialog commitment={view.commitment.id} record={credit.record} counts={!credit.counts} onClose={() => setIsRuling(false)} />
      ) : null}
    </li>
  )
}

/** Whether a record was first entered when the period was over already. */
function isAfter({ firstEnteredOn }: CommitmentPageView['records'][number], { to }: Item['occurrence']['period']): boolean {
  return to !== null && firstEnteredOn > to
}

function daysOf({ from, to }: CommitmentPageView['records'][number]['occurredOn']): string {
  return from === to ? from : `${from} – ${to}`
}
