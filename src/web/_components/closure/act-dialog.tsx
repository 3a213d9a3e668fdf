import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ClosureView } from '#contract/closure.ts'
import { DialogFoot } from '#web/_components/dialog-foot.tsx'
import { Dialog } from '#web/_components/dialog.tsx'
import { EvidenceBox } from '#web/_components/evidence/evidence-box.tsx'
import { useEvidence } from '#web/_components/evidence/use-evidence.ts'
import { Field } from '#web/_components/field.tsx'
import { Returned } from './returned.tsx'
import { sendAct } from './send-act.ts'
import { useClosureFailure, useClosureText } from './use-text.ts'

/** What a person is about to do. */
export type ClosureAct = 'close' | 'agree' | 'return' | 'signer' | 'meeting' | 'withdraw' | 'reopen'

/** What the form holds; each act uses what it needs. */
export interface ActWords {
  readonly note: string
  readonly demands: string
  readonly day: string
  readonly signer: string
}

const NEEDS_REASON: ReadonlySet<ClosureAct> = new Set(['return', 'reopen'])

interface ActProps {
  readonly act: ClosureAct
  readonly view: ClosureView
  readonly signers: readonly { readonly account: string; readonly name: string }[]
  readonly onClose: () => void
}

/** Asks for what an act needs, and does it. */
export function ActDialog({ act, view, signers, onClose }: ActProps) {
  const text = useClosureText()
  const failureText = useClosureFailure()
  const cache = useQueryClient()
  const [words, setWords] = useState<ActWords>({ note: '', demands: '', day: '', signer: '' })
  const set = (some: Partial<ActWords>): void => setWords({ ...words, ...some })
  const evidence = useEvidence()
  const send = useMutation({
    mutationFn: () => sendAct(act, view, words, evidence.ids),
    onSuccess: onClose,
    onSettled: () => cache.invalidateQueries({ queryKey: ['closures'] }),
  })
  const isAgain = act === 'close' && view.state === 'returned'
  const label = act === 'meeting' ? text.minutes : NEEDS_REASON.has(act) ? text.reason : isAgain ? text.noteAgain : text.note
  return (
    <Dialog title={text.acts[act]} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          send.mutate()
        }}
      >
        <div className="body closure-form">
          <p className="quiet">{text.hints[act]}</p>
          {isAgain ? <Returned view={view} /> : null}
          {act === 'meeting' ? (
            <Field label={text.heldOn} type="date" required value={words.day} onChange={(event) => set({ day: event.target.value })} />
          ) : null}
          {act === 'signer' ? (
            <label className="field">
              <span className="label">{text.signer}</span>
              <select className="input" required value={words.signer} onChange={(event) => set({ signer: event.target.value })}>
                <option value="">{text.choose}</option>
                {signers.map(({ account, name }) => (
                  <option key={account} value={account}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          ) : null}
          {act === 'withdraw' ? null : (
            <label className="field">
              <span className="label">{label}</span>
              <textarea
                className="input"
                rows={3}
                maxLength={2000}
                value={words.note}
                onChange={(event) => set({ note: event.target.value })}
              />
            </label>
          )}
          {act === 'meeting' ? (
            <>
              <p className="quiet">{text.minutesFile}</p>
              <EvidenceBox evidence={evidence} />
            </>
          ) : null}
          {act === 'return' ? (
            <label className="field">
              <span className="label">{text.demandLines}</span>
              <textarea className="input" rows={3} value={words.demands} onChange={(event) => set({ demands: event.target.value })} />
            </label>
          ) : null}
          {send.isError ? (
            <p className="notice error" role="alert">
              {failureText(send.error)}
            </p>
          ) : null}
        </div>
        <DialogFoot cancel={text.cancel} submit={text.confirm} isBusy={send.isPending || evidence.isBusy} onClose={onClose} />
      </form>
    </Dialog>
  )
}
