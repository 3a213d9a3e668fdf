import { useId } from 'react'
import type { Party } from '#core/roster/party.ts'
import type { Start } from '../model/prefill.ts'
import { useRecordText } from '../use-text.ts'

type Owed = Start['owed'][number]

interface TaskBoxProps {
  readonly start: Start
  readonly commitment: NonNullable<Start['commitment']>
  readonly chosen: readonly Party[]
  readonly org: string
  readonly onChoose: (owed: Owed) => void
}

/** The commitment a record is entered for, what is still owed, and by whom. */
export function TaskBox({ start, commitment, chosen, org, onChoose }: TaskBoxProps) {
  const text = useRecordText()
  const id = useId()
  const { owed, names, registers } = start
  const isChosen = (each: Owed): boolean =>
    each.subjects.length > 0 ? each.subjects.every((party) => chosen.some(({ id: other }) => other === party.id)) : each.org === org
  const current = owed.findIndex(isChosen)
  const shown = owed[current]
  return (
    <section className="task-box">
      <p lang="zh-CN">
        <span className="quiet">{text.forTask}</span> <span className="ref">{commitment.ref}</span>{' '}
        <a href={`/commitments/${commitment.id}`}>{commitment.sentence}</a>
      </p>
      {registers.length > 0 ? null : <p className="warn">{text.notDefined}</p>}
      {owed.length < 2 ? null : (
        <label htmlFor={id}>
          {text.forWhom}
          <select
            id={id}
            className="input"
            value={current}
            onChange={(event) => {
              const each = owed[Number(event.target.value)]
              if (each !== undefined) onChoose(each)
            }}
          >
            {current >= 0 ? null : <option value={-1} />}
            {owed.map((each, index) => (
              <option key={`${each.subject} ${each.period}`} value={index}>
                {nameOf(each.subject, names)}
                {each.owed === null ? '' : `（${text.stillOwed} ${each.owed} ${commitment.unit}）`}
              </option>
            ))}
          </select>
        </label>
      )}
      {shown?.owed == null ? null : (
        <p>
          {owed.length < 2 ? `${nameOf(shown.subject, names)} ` : ''}
          {text.stillOwed}{' '}
          <strong>
            {shown.owed} {commitment.unit}
          </strong>
          <span className="quiet">
            {' '}
            {shown.from} – {shown.to ?? ''}
          </span>
        </p>
      )}
    </section>
  )
}

function nameOf(subject: string, names: Start['names']): string {
  return subject
    .split('+')
    .map((key) => names[key] ?? key)
    .join(' – ')
}
