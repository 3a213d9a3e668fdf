import { useState } from 'react'
import type { Draw, DrawItem } from '#core/draw/draw.ts'
import { FormDialog } from '#web/_components/form-dialog.tsx'
import { WordsField } from '#web/_components/words-field.tsx'
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
    <FormDialog
      title={kind === 'judge' ? text.judgeTitle(item.id) : text.replaceTitle(item.id)}
      cancel={text.cancel}
      submit={text.save}
      act={act}
      failureText={failureText}
      onClose={onClose}
    >
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
      <WordsField label={kind === 'judge' ? text.note : text.reason} rows={3} most={500} value={words} onChange={setWords} />
    </FormDialog>
  )
}
