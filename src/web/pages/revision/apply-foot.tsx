import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Dialog } from '#web/_components/dialog.tsx'
import { client } from '#web/_lib/client.ts'
import { failureOf } from '#web/_lib/failure.ts'
import { queries } from '#web/_lib/query.ts'
import { tell } from '#web/_lib/toast.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import type { RevisionView } from './pair-row.tsx'
import { useRevisionText } from './use-text.ts'

const TOUCHED = ['plan', 'plans', 'ledger', 'commitment', 'plan-counting', 'home'] as const

function settle(): Promise<unknown> {
  return Promise.all(TOUCHED.map((key) => queries.invalidateQueries({ queryKey: [key] })))
}

/** Applies what is ticked, or withdraws the document. */
export function ApplyFoot({ view, chosen }: { readonly view: RevisionView; readonly chosen: ReadonlySet<string> }) {
  const text = useRevisionText()
  const failureText = useFailureText()
  const navigate = useNavigate()
  const [reason, setReason] = useState('')
  const [asks, setAsks] = useState(false)
  const { plan, revision, pairs } = view
  const params = { planId: plan.id, id: revision.id }
  const open = pairs.filter(({ kind }) => kind !== 'kept')
  const taken = open.filter(({ key }) => chosen.has(key))
  const used = taken.filter(({ kind, now }) => kind === 'gone' && now !== null && (now.records > 0 || now.isClosing))
  const home = (): Promise<void> => navigate({ to: '/plans/$planId', params: { planId: plan.id } })
  const failed = (error: unknown): void => {
    const failure = failureOf(error)
    tell('error', failure.code === 'CONFLICT' ? text.conflict : failureText(failure))
  }
  const apply = useMutation({
    mutationFn: () => {
      const versions = Object.fromEntries(taken.flatMap(({ key, now }) => (now === null ? [] : [[key, now.version]])))
      return client.revision.apply({ ...params, confirmed: taken.map(({ key }) => key), versions, reason })
    },
    onSuccess: (done) => {
      tell('done', text.done(done.revision, done.changed, done.added, done.discarded))
      void home()
    },
    onError: failed,
    onSettled: settle,
  })
  const withdraw = useMutation({
    mutationFn: () => client.revision.withdraw(params),
    onSuccess: () => {
      tell('done', text.withdrawn)
      void home()
    },
    onError: failed,
    onSettled: settle,
  })
  const isBusy = apply.isPending || withdraw.isPending
  return (
    <footer className="revision-foot">
      <strong role="status">{text.chosen(taken.length, open.length)}</strong>
      {used.length === 0 ? null : (
        <label className="reason">
          <span className="note">{text.needsReason(used.length)}</span>
          <input
            className="input"
            aria-label={text.reason}
            placeholder={text.reasonHint}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
      )}
      <span className="acts">
        <button type="button" className="button" disabled={isBusy} onClick={() => setAsks(true)}>
          {text.withdraw}
        </button>
        <button
          type="button"
          className="button primary"
          disabled={isBusy || (used.length > 0 && reason.trim() === '')}
          onClick={() => apply.mutate()}
        >
          {text.apply}
        </button>
      </span>
      {asks ? (
        <Dialog title={text.withdraw} onClose={() => setAsks(false)}>
          <div className="body">{text.withdrawAsk}</div>
          <div className="foot">
            <button type="button" className="button" onClick={() => setAsks(false)}>
              {text.cancel}
            </button>
            <button type="button" className="button danger" disabled={isBusy} onClick={() => withdraw.mutate()}>
              {text.withdraw}
            </button>
          </div>
        </Dialog>
      ) : null}
    </footer>
  )
}
