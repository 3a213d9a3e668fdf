import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { CreditedList, useCreditedSummary } from '#web/_components/credited/credited-list.tsx'
import { RecordEvidence } from '#web/_components/evidence/record-evidence.tsx'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { useMoment } from '#web/_components/moment/moment.ts'
import { MomentNotice } from '#web/_components/moment/moment-notice.tsx'
import { PageTitle } from '#web/_components/page-title.tsx'
import { client } from '#web/_lib/client.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { useLanguage } from '#web/_lib/language.ts'
import { useRegisters } from '#web/_lib/registers.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { titleOf } from '../model/words.ts'
import { useRecordText } from '../use-text.ts'
import { Acts } from './acts.tsx'
import { CorrectForm } from './correct-form.tsx'
import { RecordMark } from './record-mark.tsx'
import { Revisions } from './revisions.tsx'
import { contentRows } from './rows.ts'
import '../record.css'

/** One record: what it says, what it counts for and why, its evidence and its revisions; and what can be done with it. */
export function RecordPage() {
  const text = useRecordText()
  const language = useLanguage()
  const failureText = useFailureText()
  const summary = useCreditedSummary()
  const { recordId } = useParams({ from: '/framed/records/$recordId' })
  const [isCorrecting, setIsCorrecting] = useState(false)
  const { registers } = useRegisters()
  const { asked, isPast } = useMoment()
  const history = useQuery({
    queryKey: ['record', recordId, asked.knownAt ?? 'now'],
    queryFn: () => client.record.history({ id: recordId, ...(asked.knownAt === undefined ? {} : { knownAt: asked.knownAt }) }),
  })
  const credited = useQuery({ queryKey: ['record', recordId, 'credited'], queryFn: () => client.record.credited({ id: recordId }) })
  if (history.isError) return <p className="notice error record-note">{failureText(history.error)}</p>
  const record = history.data?.revisions.at(-1)
  const first = history.data?.revisions[0]
  if (history.data === undefined || record === undefined || first === undefined || registers === undefined)
    return <p className="record-note">{text.loading}</p>
  const { revisions, names, isLate } = history.data
  const register = registers.get(record.register)
  const title = register === undefined ? record.register : titleOf(register, language)
  const rows = contentRows(record, register, { names, language, text })
  return (
    <div className="page record-page">
      <PageTitle words={`${title} ${record.occurredOn.to}`} />
      <MomentNotice />
      <header className="record-head">
        <h1>
          <Link to="/registers/$registerId" params={{ registerId: record.register }} search={{}}>
            {title}
          </Link>{' '}
          · {rows[0]?.words}
        </h1>
        <span className={`state ${record.state}`}>{text.states[record.state]}</span>
        {record.state === 'submitted' && register?.acceptance !== 'none' ? <span className="state">{text.unreviewed}</span> : null}
        {isLate ? (
          <span className="state late" title={text.lateHint(record.occurredOn.to, momentText(first.enteredAt))}>
            {text.late}
          </span>
        ) : null}
        {record.state === 'voided' || isPast ? null : <RecordMark id={record.id} />}
        {isCorrecting || register === undefined || isPast ? null : (
          <Acts record={record} register={register} onCorrect={() => setIsCorrecting(true)} />
        )}
      </header>
      <p className="quiet">
        {text.enteredBy(first.enteredBy, momentText(first.enteredAt))}
        {isLate ? ` · ${text.lateHint(record.occurredOn.to, momentText(first.enteredAt).slice(0, 10))}` : ''}
      </p>
      {record.note === '' || record.state === 'submitted' ? null : (
        <p className={`notice ${record.state === 'returned' ? 'warning' : ''}`}>
          {text.states[record.state]} · {record.enteredBy}：{record.note}
        </p>
      )}
      {isCorrecting && register !== undefined ? (
        <CorrectForm record={record} register={register} names={names} onClose={() => setIsCorrecting(false)} />
      ) : (
        <div className="record-columns">
          <div>
            <section className="sheet">
              <dl className="facts">
                {rows.map(({ key, label, words }) => (
                  <Fact key={key} label={label} words={words} />
                ))}
              </dl>
            </section>
            <section className="sheet">
              <h2>{text.evidence}</h2>
              <RecordEvidence record={record.id} isFixed={record.state === 'voided' || isPast} />
            </section>
          </div>
          {/* what it counts for is told of now: of another moment on the page of the commitment */}
          {isPast ? null : (
            <section>
              <h2>
                {text.credited}
                {credited.data === undefined || credited.data.credited.length === 0 ? null : (
                  <span className="quiet"> · {summary(credited.data.credited)}</span>
                )}
              </h2>
              <FailureNotice error={credited.error} words={failureText} />
              {credited.data === undefined ? null : (
                <CreditedList credited={credited.data.credited} names={credited.data.names} register={register} registers={registers} />
              )}
              <p className="quiet">{text.creditedNote}</p>
            </section>
          )}
        </div>
      )}
      {revisions.length < 2 ? null : <Revisions revisions={revisions} register={register} names={names} />}
    </div>
  )
}

function Fact({ label, words }: { readonly label: string; readonly words: string }) {
  const text = useRecordText()
  return (
    <>
      <dt>{label}</dt>
      <dd lang="zh-CN">{words === '' ? text.empty : words}</dd>
    </>
  )
}
