import { useState } from 'react'
import type { Reconciliation, Side } from '#core/reconciliation/reconciliation.ts'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { client } from '#web/_lib/client.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { useAct } from './use-act.ts'
import { useReconciliationText } from './use-text.ts'

interface SettleBarProps {
  readonly reconciliation: Reconciliation
  readonly keys: readonly string[]
  readonly onSettled: () => void
}

const SIDES: readonly Side[] = ['ours', 'theirs', 'neither']

/** Settles the chosen differences alike. */
export function SettleBar({ reconciliation: { id, version }, keys, onSettled }: SettleBarProps) {
  const text = useReconciliationText()
  const failureText = useFailureText()
  const [note, setNote] = useState('')
  const settle = useAct(id, (side: Side) => client.reconciliation.settle({ id, version, keys: [...keys], side, note }), onSettled)
  return (
    <div className="settle">
      <strong>{text.chosen(keys.length)}</strong>
      <input
        className="input"
        aria-label={text.note}
        placeholder={text.note}
        value={note}
        maxLength={500}
        onChange={(event) => setNote(event.target.value)}
      />
      {SIDES.map((side) => (
        <button key={side} type="button" className="button" disabled={settle.isPending} onClick={() => settle.mutate(side)}>
          {text.sides[side]}
        </button>
      ))}
      <FailureNotice error={settle.error} words={failureText} />
    </div>
  )
}
