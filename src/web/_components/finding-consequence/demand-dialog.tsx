import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { DialogFoot } from '#web/_components/dialog-foot.tsx'
import { Dialog } from '#web/_components/dialog.tsx'
import { useConsequenceFailure, useConsequenceText } from './use-text.ts'

interface Demanded {
  readonly words: string
  readonly dueOn: string
  readonly nature: 'immediate' | 'staged'
}

interface DemandProps {
  readonly org: string
  readonly words: string
  readonly dueOn: string
  readonly send: (demand: Demanded) => Promise<unknown>
  readonly onClose: () => void
}

/** 列入台账: what is demanded of the unit, and by when. */
export function DemandDialog({ org, words: initial, dueOn: first, send, onClose }: DemandProps) {
  const text = useConsequenceText()
  const failureText = useConsequenceFailure()
  const cache = useQueryClient()
  const [words, setWords] = useState(initial)
  const [dueOn, setDueOn] = useState(first)
  const [nature, setNature] = useState<Demanded['nature']>('staged')
  const act = useMutation({
    mutationFn: () => send({ words, dueOn, nature }),
    onSuccess: onClose,
    onSettled: () => cache.invalidateQueries(),
  })
  return (
    <Dialog title={text.demandTitle} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          act.mutate()
        }}
      >
        <div className="body">
          <p className="quiet">{text.demandHint(org)}</p>
          <label className="field">
            <span className="label">{text.words}</span>
            <textarea className="input" rows={4} maxLength={2000} value={words} onChange={(event) => setWords(event.target.value)} />
          </label>
          <label className="field">
            <span className="label">{text.dueOn}</span>
            <input className="input" type="date" required value={dueOn} onChange={(event) => setDueOn(event.target.value)} />
          </label>
          <label className="field">
            <span className="label">{text.nature}</span>
            <select
              className="input"
              value={nature}
              onChange={(event) => setNature(event.target.value === 'immediate' ? 'immediate' : 'staged')}
            >
              <option value="staged">{text.natures.staged}</option>
              <option value="immediate">{text.natures.immediate}</option>
            </select>
          </label>
          {act.isError ? (
            <p className="notice error" role="alert">
              {failureText(act.error)}
            </p>
          ) : null}
        </div>
        <DialogFoot cancel={text.cancel} submit={text.submit} isBusy={act.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}
