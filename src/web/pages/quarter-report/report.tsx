import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Quarter } from '#core/period-lock/period-lock.ts'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { client } from '#web/_lib/client.ts'
import { download } from '#web/_lib/download.ts'
import { useMay } from '#web/_lib/may.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { Figures } from './figures.tsx'
import { IssueDialog } from './issue-dialog.tsx'
import { Issued } from './issued.tsx'
import { useQuarterText } from './use-text.ts'
import { WordsForm } from './words-form.tsx'

const AGAIN_MS = 1000

/** 季度报告: what it says as things stand, what the office adds, and those that were issued. */
export function Report({ quarter }: { readonly quarter: Quarter }) {
  const text = useQuarterText()
  const failureText = useFailureText()
  const mayIssue = useMay('quarter-report:issue')
  const [isAsked, setIsAsked] = useState(false)
  const { data, error } = useQuery({
    queryKey: ['quarter-reports', quarter.year, quarter.quarter],
    queryFn: () => client.quarterReport.draft(quarter),
    refetchInterval: ({ state }) => (state.data?.progress == null ? false : AGAIN_MS),
  })
  const draft = useMutation({
    mutationFn: () => client.quarterReport.draftFile({ ...quarter, address: location.origin }),
    onSuccess: (file) => download(file, file.name),
  })
  if (error !== null) return <p className="notice error">{failureText(error)}</p>
  if (data === undefined) return null
  const { content, version, reports, progress } = data
  if (content === null) return <p role="status">{text.working(progress ?? 0)}</p>
  return (
    <section aria-label={text.report}>
      <h2>{text.report}</h2>
      <Figures content={content} />
      {mayIssue ? (
        <>
          <WordsForm key={version} quarter={quarter} version={version} words={content.words} />
          <div className="acts">
            <button type="button" className="button" disabled={draft.isPending} onClick={() => draft.mutate()}>
              {text.draftFile}
            </button>
            <button type="button" className="button primary" onClick={() => setIsAsked(true)}>
              {text.issue}
            </button>
          </div>
          <FailureNotice error={draft.error} words={failureText} />
        </>
      ) : null}
      <Issued reports={reports} />
      {isAsked ? <IssueDialog content={content} onClose={() => setIsAsked(false)} /> : null}
    </section>
  )
}
