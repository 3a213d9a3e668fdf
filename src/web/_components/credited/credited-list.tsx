import type { Register } from '#core/register/register.ts'
import { Icon } from '#web/_components/icon.tsx'
import type { client } from '#web/_lib/client.ts'
import { useText } from '#web/_lib/language.ts'
import { useReasonText } from '#web/_words/credit/words.ts'
import { en } from './text.en.ts'
import { type Text, zh } from './text.zh.ts'
import './credited.css'

export type CreditedItem = Awaited<ReturnType<typeof client.record.credited>>['credited'][number]

interface CreditedListProps {
  readonly credited: readonly CreditedItem[]
  readonly register: Register | undefined
  readonly registers: ReadonlyMap<string, Register>
  readonly names: Readonly<Record<string, string>>
}

/** For which commitments a record counts and why, and for which it does not; with what is still owed there. */
export function CreditedList({ credited, ...context }: CreditedListProps) {
  const text = useText<Text>({ zh, en })
  if (credited.length === 0) return <p className="notice">{text.nothing}</p>
  return (
    <ul className="cards credited">
      {credited.map((item) => (
        <CreditedRow
          key={`${item.commitment} ${item.occurrence?.subject} ${item.occurrence?.period} ${item.credit?.part}`}
          item={item}
          {...context}
        />
      ))}
    </ul>
  )
}

/** 计入 2 项任务，1 项未计入: each commitment once. */
export function useCreditedSummary(): (credited: readonly CreditedItem[]) => string {
  const text = useText<Text>({ zh, en })
  return (credited) => {
    const counted = new Set(credited.filter(({ counts }) => counts).map(({ commitment }) => commitment))
    const all = new Set(credited.map(({ commitment }) => commitment))
    return text.of(counted.size, all.size - counted.size)
  }
}

function CreditedRow({ item, register, registers, names }: Omit<CreditedListProps, 'credited'> & { readonly item: CreditedItem }) {
  const text = useText<Text>({ zh, en })
  const reasonText = useReasonText()
  const { commitment, ref, sentence, unit, counts, occurrence, credit, outside } = item
  const reason = credit === null ? text.outside[outside ?? 'unknown'] : reasonText(credit.reason, { register, registers, names })
  const subject = occurrence === null ? '' : nameOf(occurrence.subject, names)
  return (
    <li className={counts ? 'counts' : 'not'}>
      <p className="verdict">
        <Icon name={counts ? 'check' : 'close'} />
        <strong>{counts ? text.counts : text.countsNot}</strong>
        {credit !== null && counts ? <span>{text.added(credit.quantity, unit)}</span> : null}
        {credit === null || text.part[credit.part] === '' ? null : <span>{text.part[credit.part]}</span>}
      </p>
      <a className="sentence" href={`/commitments/${commitment}`} lang="zh-CN">
        <span className="ref">{ref}</span> {sentence}
      </a>
      <p className="why">
        {text.why}：{reason}
      </p>
      {occurrence === null ? null : (
        <p className="standing">
          {subject === '' ? null : <span className="subject">{subject}</span>}
          <span>{text.period(occurrence.from, occurrence.to ?? '')}</span>
          {occurrence.required === null ? null : <span>{text.done(occurrence.actual ?? '0', occurrence.required, unit)}</span>}
          {occurrence.state === 'met' ? (
            <span className="is-met">{text.met}</span>
          ) : occurrence.owed === null ? null : (
            <span className="owed">{text.owed(occurrence.owed, unit)}</span>
          )}
          {occurrence.state === 'open' && occurrence.latestSafeDay !== null ? <span>{text.latest(occurrence.latestSafeDay)}</span> : null}
        </p>
      )}
    </li>
  )
}

/** Of a pair both; records stand for themselves. */
function nameOf(subject: string, names: Readonly<Record<string, string>>): string {
  return subject
    .split('+')
    .map((key) => names[key] ?? '')
    .filter((name) => name !== '')
    .join(' – ')
}
