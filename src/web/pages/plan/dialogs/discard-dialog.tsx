import { useState } from 'react'
import type { CommitmentId, DiscardReason } from '#core/commitment/commitment.ts'
import { Dialog } from '#web/_components/dialog.tsx'
import { client } from '#web/_lib/client.ts'
import { keysOf } from '#web/_lib/keys-of.ts'
import { useDispatch, usePlanText } from '../context.ts'
import type { PlanView } from '../model/view.ts'
import type { Run } from '../use-plan.ts'

interface DiscardDialogProps {
  readonly view: PlanView
  readonly id: CommitmentId
  readonly run: Run
  readonly isBusy: boolean
  readonly onClose: () => void
}

/** 不列入: with a reason; the sentence is kept. */
export function DiscardDialog({ view, id, run, isBusy, onClose }: DiscardDialogProps) {
  const { text, words } = usePlanText()
  const dispatch = useDispatch()
  const [reason, setReason] = useState<DiscardReason>('wording')
  const [note, setNote] = useState('')
  const commitment = view.commitments.find((each) => each.id === id)
  if (commitment === undefined) return null
  const discard = async (): Promise<void> => {
    const { version } = commitment
    const isDone = await run(
      () => client.commitment.discard({ planId: view.plan.id, id, version, reason, note }),
      () => text.done.discarded,
    )
    if (!isDone) return
    onClose()
    dispatch({ kind: 'teach', id })
  }
  return (
    <Dialog title={`${text.discardDialog.title} · ${commitment.ref}`} onClose={onClose}>
      <div className="body discard">
        <blockquote lang="zh-CN">{commitment.text}</blockquote>
        <p>{text.discardDialog.intro}</p>
        <div role="radiogroup" className="reasons">
          {keysOf(words.discardReason)
            .filter((each) => each !== 'revised')
            .map((each) => (
              <label key={each}>
                <input type="radio" name="reason" checked={reason === each} onChange={() => setReason(each)} />
                {words.discardReason[each]}
              </label>
            ))}
        </div>
        <label className="field">
          <span className="label">{text.discardDialog.note}</span>
          <input className="input" maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
        </label>
      </div>
      <div className="foot">
        <button type="button" className="button" onClick={onClose}>
          {text.discardDialog.cancel}
        </button>
        <button type="button" className="button primary" disabled={isBusy} onClick={() => void discard()}>
          {text.discardDialog.act}
        </button>
      </div>
    </Dialog>
  )
}
