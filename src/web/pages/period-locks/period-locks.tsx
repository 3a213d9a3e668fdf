import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { PageHead } from '#web/_components/page-head.tsx'
import { client } from '#web/_lib/client.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { type Asked, LockDialog } from './lock-dialog.tsx'
import { QuarterRow } from './quarter-row.tsx'
import { recentQuarters } from './recent-quarters.ts'
import { usePeriodLocksText } from './use-text.ts'
import './period-locks.css'

/** 季度锁定: which quarters were reported, and what came after. */
export function PeriodLocks() {
  const text = usePeriodLocksText()
  const failureText = useFailureText()
  const [asked, setAsked] = useState<Asked | null>(null)
  const answer = useQuery({ queryKey: ['period-locks'], queryFn: () => client.periodLock.list() })
  return (
    <div className="page narrow period-locks">
      <PageHead title={text.title} intro={text.intro} />
      <FailureNotice error={answer.error} words={failureText} />
      {answer.isPending ? <p className="quiet">{text.loading}</p> : null}
      {answer.data === undefined ? null : (
        <ul className="quarters">
          {recentQuarters(answer.data.locks, answer.data.today).map((listed) => (
            <QuarterRow key={`${listed.quarter.year}-${listed.quarter.quarter}`} listed={listed} onAsk={setAsked} />
          ))}
        </ul>
      )}
      {asked === null ? null : <LockDialog asked={asked} onClose={() => setAsked(null)} />}
    </div>
  )
}
