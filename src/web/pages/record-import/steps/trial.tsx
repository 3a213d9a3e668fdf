import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#web/_lib/client.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { tell } from '#web/_lib/toast.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { type Asked, FIRST_ASKED, type Register } from '../model/asked.ts'
import { useRecordImportText } from '../use-text.ts'
import { Columns } from './columns.tsx'
import { Faults } from './faults.tsx'
import { Names } from './names.tsx'
import { Options } from './options.tsx'

interface TrialProps {
  readonly id: string
  readonly register: Register
  readonly onReset: () => void
  readonly onStarted: () => void
}

/** What a sheet would do, and what a person settles before it does. */
export function Trial({ id, register, onReset, onStarted }: TrialProps) {
  const text = useRecordImportText()
  const failureText = useFailureText()
  const [asked, setAsked] = useState<Asked>(FIRST_ASKED)
  const [isAgain, setIsAgain] = useState(false)
  const answer = useQuery({
    queryKey: ['record-import', id, register.id, asked],
    queryFn: () => client.recordImport.preview({ id, register: register.id, ...asked }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
  const apply = useMutation({
    mutationFn: () => client.recordImport.apply({ id, register: register.id, ...asked, isAgain }),
    onSuccess: onStarted,
    onError: (error) => tell('error', failureText(error)),
  })
  if (answer.isError) return <p className="notice error">{failureText(answer.error)}</p>
  const preview = answer.data
  if (preview === undefined)
    return (
      <p role="status" className="waits">
        <span className="spinner" /> {text.checking}
      </p>
    )
  const { counts, faultCount, sameAs } = preview
  const changes = counts.add + counts.update
  const isReady = faultCount === 0 && changes > 0 && !answer.isFetching && (sameAs === null || isAgain)
  return (
    <div className="trial-run" aria-busy={answer.isFetching}>
      <p className="file-name">
        <strong lang="zh-CN">{preview.fileName}</strong>
        <button type="button" className="button small" onClick={onReset}>
          {text.again}
        </button>
      </p>
      <ul className="sums" role="status">
        {(['add', 'update', 'same', 'skip'] as const).map((act) => (
          <li key={act} className={`act-${act}`}>
            {text.counts[act]} <b>{counts[act]}</b>
          </li>
        ))}
        <li className={faultCount > 0 ? 'wrong' : ''}>
          {text.counts.faults} <b>{faultCount}</b>
        </li>
      </ul>
      {sameAs === null ? null : (
        <p className="notice warning">
          {text.sameAs(sameAs.by, momentText(sameAs.at))}
          <label>
            <input type="checkbox" checked={isAgain} onChange={({ target }) => setIsAgain(target.checked)} /> {text.again2}
          </label>
        </p>
      )}
      <Names preview={preview} asked={asked} onChange={setAsked} />
      <Faults preview={preview} register={register} />
      <Options preview={preview} asked={asked} onChange={setAsked} />
      <Columns preview={preview} register={register} asked={asked} onChange={setAsked} />
      <div className="foot">
        {faultCount === 0 && changes === 0 ? <span className="quiet">{text.nothing}</span> : null}
        <button type="button" className="button primary" disabled={!isReady || apply.isPending} onClick={() => apply.mutate()}>
          {text.apply(changes)}
        </button>
      </div>
    </div>
  )
}
