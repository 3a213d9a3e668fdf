import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ClosureView } from '#contract/closure.ts'
import { DialogFoot } from '#web/_components/dialog-foot.tsx'
import { Dialog } from '#web/_components/dialog.tsx'
import { client } from '#web/_lib/client.ts'
import { useMay } from '#web/_lib/may.ts'
import { useClosureFailure, useClosureText } from './use-text.ts'

/** 销号标准 in the words of a person; the office is asked for them until somebody has said. */
export function Criteria({ view }: { readonly view: ClosureView }) {
  const text = useClosureText()
  const mayConfigure = useMay('closure:configure')
  const [isOpen, setOpen] = useState(false)
  const { criteria } = view
  if (criteria === '' && !mayConfigure) return null
  return (
    <div className="closure-line">
      {criteria === '' ? (
        <span className="quiet">{text.noCriteria}</span>
      ) : (
        <span>
          <strong>{text.criteria}</strong> <span lang="zh-CN">{criteria}</span>
        </span>
      )}
      {mayConfigure ? (
        <button type="button" className="button quiet small" onClick={() => setOpen(true)}>
          {criteria === '' ? text.setCriteria : text.changeCriteria}
        </button>
      ) : null}
      {isOpen ? <CriteriaDialog view={view} onClose={() => setOpen(false)} /> : null}
    </div>
  )
}

function CriteriaDialog({
  view: { commitment, criteria, criteriaVersion },
  onClose,
}: {
  readonly view: ClosureView
  readonly onClose: () => void
}) {
  const text = useClosureText()
  const failureText = useClosureFailure()
  const cache = useQueryClient()
  const [words, setWords] = useState(criteria)
  const send = useMutation({
    mutationFn: () => client.closure.setCriteria({ commitment, version: criteriaVersion, words }),
    onSuccess: onClose,
    onSettled: () => cache.invalidateQueries({ queryKey: ['closures'] }),
  })
  return (
    <Dialog title={text.setCriteria} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          send.mutate()
        }}
      >
        <div className="body closure-form">
          <p className="quiet">{text.criteriaHint}</p>
          <label className="field">
            <span className="label">{text.criteria}</span>
            <textarea className="input" rows={3} maxLength={2000} value={words} onChange={(event) => setWords(event.target.value)} />
          </label>
          {send.isError ? (
            <p className="notice error" role="alert">
              {failureText(send.error)}
            </p>
          ) : null}
        </div>
        <DialogFoot cancel={text.cancel} submit={text.confirm} isBusy={send.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}
