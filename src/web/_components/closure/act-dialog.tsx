import { useState } from 'react'
import type { ClosureView } from '#contract/closure.ts'
import { EvidenceBox } from '#web/_components/evidence/evidence-box.tsx'
import { useEvidence } from '#web/_components/evidence/use-evidence.ts'
import { Field } from '#web/_components/field.tsx'
import { FormDialog } from '#web/_components/form-dialog.tsx'
import { WordsField } from '#web/_components/words-field.tsx'
import { useAct } from '#web/_lib/use-act.ts'
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
  const [words, setWords] = useState<ActWords>({ note: '', demands: '', day: '', signer: '' })
  const set = (some: Partial<ActWords>): void => setWords({ ...words, ...some })
  const evidence = useEvidence()
  const send = useAct(['closures'], () => sendAct(act, view, words, evidence.ids), onClose)
  const isAgain = act === 'close' && view.state === 'returned'
  const label = act === 'meeting' ? text.minutes : NEEDS_REASON.has(act) ? text.reason : isAgain ? text.noteAgain : text.note
  return (
    <FormDialog
      title={text.acts[act]}
      cancel={text.cancel}
      submit={text.confirm}
      className="closure-form"
      act={send}
      isHeld={evidence.isBusy}
      failureText={failureText}
      onClose={onClose}
    >
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
      {act === 'withdraw' ? null : <WordsField label={label} rows={3} most={2000} value={words.note} onChange={(note) => set({ note })} />}
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
    </FormDialog>
  )
}
