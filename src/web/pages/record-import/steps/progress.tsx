import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Icon } from '#web/_components/icon.tsx'
import { client } from '#web/_lib/client.ts'
import { queries } from '#web/_lib/query.ts'
import { tell } from '#web/_lib/toast.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import type { ImportState, Register } from '../model/asked.ts'
import { useRecordImportText } from '../use-text.ts'

interface ProgressProps {
  readonly id: string
  readonly register: Register
  readonly onLookAgain: () => void
  readonly onReset: () => void
}

const ASK_EVERY_MS = 400

/** How an import is getting on, and what it did. */
export function Progress({ id, register, onLookAgain, onReset }: ProgressProps) {
  const text = useRecordImportText()
  const failureText = useFailureText()
  const key = ['record-import', id]
  const { data, isError, error } = useQuery({
    queryKey: key,
    queryFn: () => client.recordImport.get({ id }),
    refetchInterval: ({ state }) => (state.data !== undefined && isOver(state.data) ? false : ASK_EVERY_MS),
  })
  const cancel = useMutation({
    mutationFn: () => client.recordImport.cancel({ id }),
    onError: (failed) => tell('error', failureText(failed)),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  })
  const isDone = data?.state === 'done'
  useEffect(() => {
    // everything that counts records is out of date
    if (isDone) void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'record-import' })
  }, [isDone])
  if (isError) return <p className="notice error">{failureText(error)}</p>
  if (data === undefined) return <p className="quiet">{text.loading}</p>
  if (!isOver(data)) {
    const percent = data.allRows === 0 ? 0 : Math.round((data.doneRows / data.allRows) * 100)
    const words = wordsOf(text, data)
    return (
      <div className="course" role="status">
        <p>{words}</p>
        <div className="way" role="progressbar" aria-label={words} aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100}>
          <span style={{ width: `${percent}%` }} />
        </div>
        <button type="button" className="button small" disabled={cancel.isPending} onClick={() => cancel.mutate()}>
          {text.cancel}
        </button>
      </div>
    )
  }
  const { added = 0, updated = 0, same = 0, skipped = 0, error: why } = data.outcome ?? {}
  const isFailed = data.state === 'failed'
  return (
    <div className={`course ${isFailed ? 'wrong' : ''}`} role={isFailed ? 'alert' : 'status'}>
      {isDone ? (
        <p>
          <Icon name="check" /> <strong>{text.done}</strong> {text.doneCounts(added, updated, same, skipped)}
        </p>
      ) : (
        <p>{isFailed ? (why === 'has-faults' ? text.failed : text.failedInternal) : text.cancelled}</p>
      )}
      <p>
        {isDone ? (
          <Link className="button primary small" to="/registers/$registerId" params={{ registerId: register.id }}>
            {text.see}
          </Link>
        ) : null}
        <button type="button" className="button small" onClick={isFailed ? onLookAgain : onReset}>
          {isFailed ? text.columns : text.another}
        </button>
      </p>
    </div>
  )
}

function isOver({ state }: ImportState): boolean {
  return state === 'done' || state === 'failed' || state === 'cancelled'
}

function wordsOf(text: ReturnType<typeof useRecordImportText>, { state, doneRows, allRows }: ImportState): string {
  if (state === 'queued') return text.queued
  return allRows > 0 && doneRows >= allRows ? text.evaluating : text.applying(doneRows, allRows)
}
