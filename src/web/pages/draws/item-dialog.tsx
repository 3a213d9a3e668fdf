import { useState } from 'react'
import type { Draw, DrawItem } from '#core/draw/draw.ts'
import { DialogFoot } from '#web/_components/dialog-foot.tsx'
import { Dialog } from '#web/_components/dialog.tsx'
import { client } from '#web/_lib/client.ts'
import { useAct } from './use-act.ts'
import { useDrawFailure, useDrawText } from './use-text.ts'

/** What a person is about to do with a drawn item. */
export interface AskedOfItem {
  readonly kind: 'judge' | 'replace'
  readonly item: DrawItem
}

/** Enters what was found, or lets the next come in its place. */
export function ItemDialog({
  draw: { id, version },
  asked: { kind, item },
  onClose,
}: {
  readonly draw: Draw
  readonly asked: AskedOfItem
  readonly onClose: () => void
}) {
  const text = useDrawText()
  const failureText = useDrawFailure()
  const [outcome, setOutcome] = useState(item.outcome ?? ('sound' as const))
  const [words, setWords] = useState(item.note)
  const act = useAct(
    id,
    () =>
      kind === 'judge'
        ? client.draw.judge({ id, version, item: item.id, outcome, note: words })
        : client.draw.replace({ id, version, item: item.id, reason: words }),
    onClose,
  )
  return (
    <Dialog title={kind === 'judge' ? text.judgeTitle(item.id) : text.replaceTitle(item.id)} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          act.mutate()
        }}
      >
        <div className="body">
          {kind === 'judge' ? (
            <p className="draws-line">
              {(['sound', 'faulty'] as const).map((each) => (
                <label key={each}>
                  <input type="radio" name="outcome" checked={outcome === each} onChange={() => setOutcome(each)} />
                  {text.outcomes[each]}
                </label>
              ))}
            </p>
          ) : null}
          <label className="field">
            <span className="label">{kind === 'judge' ? text.note : text.reason}</span>
            <textarea className="input" rows={3} maxLength={500} value={words} onChange={(event) => setWords(event.target.value)} />
          </label>
          {act.isError ? (
            <p className="notice error" role="alert">
              {failureText(act.error)}
            </p>
          ) : null}
        </div>
        <DialogFoot cancel={text.cancel} submit={text.save} isBusy={act.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}
