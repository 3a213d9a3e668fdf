import { useState } from 'react'
import type { InspectionView } from '#contract/inspection.ts'
import type { InspectionAct } from '#core/inspection/inspection.ts'
import { DialogFoot } from '#web/_components/dialog-foot.tsx'
import { Dialog } from '#web/_components/dialog.tsx'
import { client } from '#web/_lib/client.ts'
import { FailureNotice } from './failure-notice.tsx'
import { useInspectionAct } from './use-act.ts'
import { useInspectionText } from './use-text.ts'

/** Asks for what an act needs, and does it. */
export function ActDialog({
  inspection: { id, version, summary: before, suggestions: suggested },
  act,
  onClose,
}: {
  readonly inspection: InspectionView
  readonly act: InspectionAct
  readonly onClose: () => void
}) {
  const text = useInspectionText()
  const [note, setNote] = useState('')
  const [summary, setSummary] = useState(before)
  const [suggestions, setSuggestions] = useState(suggested)
  const run = useInspectionAct(() => client.inspection.act({ id, version, act, note, summary, suggestions }), onClose)
  return (
    <Dialog title={text.acts[act]} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          run.mutate()
        }}
      >
        <div className="body">
          <p className="quiet">{text.actHints[act]}</p>
          {act === 'cancel' ? (
            <label className="field">
              <span className="label">{text.reason}</span>
              <textarea className="input" rows={3} maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />
            </label>
          ) : null}
          {act === 'report' ? (
            <>
              <label className="field">
                <span className="label">{text.summary}</span>
                <textarea
                  className="input"
                  rows={5}
                  maxLength={5000}
                  value={summary}
                  onChange={(event) => setSummary(event.target.value)}
                />
              </label>
              <label className="field">
                <span className="label">{text.suggestions}</span>
                <textarea
                  className="input"
                  rows={4}
                  maxLength={5000}
                  value={suggestions}
                  onChange={(event) => setSuggestions(event.target.value)}
                />
              </label>
            </>
          ) : null}
          <FailureNotice error={run.error} />
        </div>
        <DialogFoot cancel={text.cancel} submit={text.acts[act]} isBusy={run.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}
