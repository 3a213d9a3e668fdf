import { Link } from '@tanstack/react-router'
import { type CSSProperties, useState } from 'react'
import type { Field } from '#core/register/field.ts'
import type { Register } from '#core/register/register.ts'
import { Icon } from '#web/_components/icon.tsx'
import { type NamesByKey, occurredWords, partiesWords, partyWords, valueWords } from '#web/_components/record-value/value-words.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { useLanguage } from '#web/_lib/language.ts'
import type { Filters } from './model/filters.ts'
import { isFiltered } from './model/filters.ts'
import { useRecordsText } from './use-text.ts'
import type { RecordRow, Shown } from './use-window.ts'

interface RecordRowsProps {
  readonly register: Register
  readonly filters: Filters
  readonly shown: Shown
  readonly onSort: (by: string) => void
}

const ROW = 40
/** Rows above and below those in sight. */
const SPARE = 10
/** So many fields are columns; the others stand on the page of the record. */
const MOST_FIELDS = 5

/** The rows in sight of a long list; the rest is room to scroll. */
export function RecordRows({ register, filters, shown, onSort }: RecordRowsProps) {
  const text = useRecordsText()
  const language = useLanguage()
  const [top, setTop] = useState(0)
  const [height, setHeight] = useState(600)
  const fields = register.fields.filter(({ isRetired }) => !isRetired).slice(0, MOST_FIELDS)
  const total = shown.total ?? 0
  const first = Math.max(0, Math.floor(top / ROW) - SPARE)
  const last = Math.max(0, Math.min(total, Math.ceil((top + height) / ROW) + SPARE) - 1)
  const look = (box: HTMLElement): void => {
    setTop(box.scrollTop)
    setHeight(box.clientHeight)
    const from = Math.max(0, Math.floor(box.scrollTop / ROW) - SPARE)
    shown.look(from, Math.max(from, Math.ceil((box.scrollTop + box.clientHeight) / ROW) + SPARE))
  }
  const columns = [
    { by: 'occurredOn', label: text.when },
    { by: null, label: text.who },
    ...fields.map((field) => ({ by: isSortable(field) ? field.id : null, label: labelOf(field, language) })),
    { by: 'org', label: text.org },
    { by: 'state', label: text.state },
    { by: 'enteredAt', label: text.entered },
  ]
  const widths = `196px minmax(110px, 1fr) ${fields.map((field) => (field.type === 'text' ? 'minmax(150px, 2fr)' : 'minmax(90px, 1fr)')).join(' ')} minmax(100px, 1fr) 96px 128px`
  const style: CSSProperties & Record<'--columns', string> = { '--columns': widths }
  return (
    <div
      className="record-rows"
      role="table"
      aria-label={text.list}
      aria-rowcount={total + 1}
      style={style}
      ref={(box) => {
        if (box !== null && box.clientHeight !== height && box.clientHeight > 0) setHeight(box.clientHeight)
      }}
      onScroll={(event) => look(event.currentTarget)}
    >
      <div role="row" className="row heads">
        {columns.map(({ by, label }) => (
          <span
            key={label}
            role="columnheader"
            aria-sort={by === null || filters.by !== by ? undefined : filters.down === false ? 'ascending' : 'descending'}
          >
            {by === null ? (
              label
            ) : (
              <button type="button" title={text.sortBy(label)} onClick={() => onSort(by)}>
                {label}
                {filters.by === by ? <Icon name={filters.down === false ? 'sortUp' : 'sortDown'} /> : null}
              </button>
            )}
          </span>
        ))}
      </div>
      {shown.total === 0 ? <p className="nothing">{isFiltered(filters) ? text.nothingFound : text.nothing}</p> : null}
      <div className="room" style={{ height: total * ROW }}>
        {Array.from({ length: total === 0 ? 0 : last - first + 1 }, (_, index) => first + index).map((index) => (
          <Row
            key={index}
            index={index}
            row={shown.rowAt(index)}
            fields={fields}
            names={shown.names}
            isReviewed={register.acceptance !== 'none'}
          />
        ))}
      </div>
    </div>
  )
}

interface RowProps {
  readonly index: number
  readonly row: RecordRow | undefined
  readonly fields: readonly Field[]
  readonly names: NamesByKey
  readonly isReviewed: boolean
}

function Row({ index, row, fields, names, isReviewed }: RowProps) {
  const text = useRecordsText()
  const language = useLanguage()
  const style = { top: index * ROW, height: ROW }
  if (row === undefined)
    return (
      <div role="row" className="row" style={style}>
        <span role="cell" className="quiet">
          …
        </span>
      </div>
    )
  const enteredOn = momentText(row.enteredAt).slice(0, 10)
  return (
    <div role="row" aria-rowindex={index + 2} className={`row ${row.state}`} style={style}>
      <span role="cell" className="day">
        <Link to="/records/$recordId" params={{ recordId: row.id }}>
          {occurredWords(row.occurredOn, language)}
        </Link>
      </span>
      <span role="cell">{partiesWords(row.subjects, names, language)}</span>
      {fields.map((field) => (
        <span key={field.id} role="cell" lang="zh-CN" className={field.type === 'number' || field.type === 'decimal' ? 'figure' : ''}>
          {valueWords(row.values[field.id], field, names, language)}
        </span>
      ))}
      <span role="cell">{partyWords({ kind: 'org', id: row.org }, names, language)}</span>
      <span role="cell">
        <span className={`state ${row.state}`}>{row.state === 'submitted' && isReviewed ? text.unreviewed : text.states[row.state]}</span>
      </span>
      <span role="cell" title={row.firstEnteredOn === enteredOn ? undefined : text.enteredAgain(row.firstEnteredOn)}>
        {row.firstEnteredOn}
        {row.isLate ? <span className="late">{text.late}</span> : null}
      </span>
    </div>
  )
}

function isSortable({ type }: Field): boolean {
  return type === 'text' || type === 'number' || type === 'decimal' || type === 'day' || type === 'choice'
}

function labelOf({ label, labelEn }: Field, language: 'zh' | 'en'): string {
  return language === 'en' && labelEn !== '' ? labelEn : label
}
