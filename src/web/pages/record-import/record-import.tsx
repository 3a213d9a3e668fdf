import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { PageTitle } from '#web/_components/page-title.tsx'
import { client } from '#web/_lib/client.ts'
import { useLanguage } from '#web/_lib/language.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { type Register } from './model/asked.ts'
import { sendSheet } from './send-sheet.ts'
import { Choose } from './steps/choose.tsx'
import { Trial } from './steps/trial.tsx'
import { Progress } from './steps/progress.tsx'
import { useRecordImportText } from './use-text.ts'
import './record-import.css'

/** 导入记录: choose a sheet, see what it would do, confirm, watch it. */
export function RecordImport() {
  const text = useRecordImportText()
  const failureText = useFailureText()
  const isEnglish = useLanguage() === 'en'
  const params = useParams({ strict: false })
  const answer = useQuery({ queryKey: ['registers'], queryFn: () => client.register.list(), staleTime: Infinity })
  const register = answer.data?.registers.find(({ id }) => id === params.register)
  const title = register === undefined ? '' : (isEnglish && register.titleEn) || register.title
  return (
    <div className="page record-import">
      <PageTitle words={text.title} />
      <header className="head">
        <h1>
          {text.title}
          {title === '' ? null : <span lang="zh-CN"> · {title}</span>}
        </h1>
        {register === undefined ? null : (
          <Link to="/registers/$registerId" params={{ registerId: register.id }}>
            {text.back}
          </Link>
        )}
      </header>
      {answer.isPending ? <p className="quiet">{text.loading}</p> : null}
      <FailureNotice error={answer.error} words={failureText} />
      {answer.isSuccess && register === undefined ? <p className="notice error">{text.noRegister}</p> : null}
      {register === undefined ? null : <Steps register={register} />}
    </div>
  )
}

function Steps({ register }: { readonly register: Register }) {
  const [started, setStarted] = useState<string | null>(null)
  const send = useMutation({ mutationFn: sendSheet })
  const reset = (): void => {
    setStarted(null)
    send.reset()
  }
  if (started !== null) return <Progress id={started} register={register} onLookAgain={() => setStarted(null)} onReset={reset} />
  if (send.data === undefined || send.isPending) return <Choose register={register} send={send} />
  return <Trial key={send.data} id={send.data} register={register} onReset={reset} onStarted={() => setStarted(send.data)} />
}
