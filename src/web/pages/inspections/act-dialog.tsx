import { useState } from 'react'
import type { InspectionView } from '#contract/inspection.ts'
import type { InspectionAct } from '#core/inspection/inspection.ts'
import { FormDialog } from '#web/_components/form-dialog.tsx'
import { WordsField } from '#web/_components/words-field.tsx'
import { client } from '#web/_lib/client.ts'
import { useInspectionAct } from './use-act.ts'
import { useInspectionFailure, useInspectionText } from './use-text.ts'

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
  const failureText = useInspectionFailure()
  const [note, setNote] = useState('')
  const [summary, setSummary] = useState(before)
  const [suggestions, setSuggestions] = useState(suggested)
  const run = useInspectionAct(() => client.inspection.act({ id, version, act, note, summary, suggestions }), onClose)
  return (
    <FormDialog title={text.acts[act]} cancel={text.cancel} submit={text.acts[act]} act={run} failureText={failureText} onClose={onClose}>
      <p className="quiet">{text.actHints[act]}</p>
      {act === 'cancel' ? <WordsField label={text.reason} rows={3} most={2000} value={note} onChange={setNote} /> : null}
      {act === 'report' ? (
        <>
          <WordsField label={text.summary} rows={5} most={5000} value={summary} onChange={setSummary} />
          <WordsField label={text.suggestions} rows={4} most={5000} value={suggestions} onChange={setSuggestions} />
        </>
      ) : null}
    </FormDialog>
  )
}
