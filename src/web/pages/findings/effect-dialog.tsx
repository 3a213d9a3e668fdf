import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FindingView } from '#contract/finding.ts'
import { DialogFoot } from '#web/_components/dialog-foot.tsx'
import { Dialog } from '#web/_components/dialog.tsx'
import { client } from '#web/_lib/client.ts'
import { useFindingsFailure, useFindingsText } from './use-text.ts'

interface EffectProps {
  readonly finding: FindingView
  readonly onClose: () => void
}

/** 整改成效 in the leader's own words. */
export function EffectDialog({ finding: { planId, key, version, effect }, onClose }: EffectProps) {
  const text = useFindingsText()
  const failureText = useFindingsFailure()
  const cache = useQueryClient()
  const [words, setWords] = useState(effect?.words ?? '')
  const send = useMutation({
    mutationFn: () => client.finding.state({ planId, finding: key, version, words }),
    onSuccess: onClose,
    onSettled: () => cache.invalidateQueries({ queryKey: ['findings'] }),
  })
  return (
    <Dialog title={text.stateEffect} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          send.mutate()
        }}
      >
        <div className="body findings-form">
          <p className="quiet">{text.stateHint}</p>
          <label className="field">
            <span className="label">{text.words}</span>
            <textarea className="input" rows={5} maxLength={4000} value={words} onChange={(event) => setWords(event.target.value)} />
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
