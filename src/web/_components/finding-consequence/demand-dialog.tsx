import { useState } from 'react'
import { FormDialog } from '#web/_components/form-dialog.tsx'
import { WordsField } from '#web/_components/words-field.tsx'
import { useAct } from '#web/_lib/use-act.ts'
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
  const [words, setWords] = useState(initial)
  const [dueOn, setDueOn] = useState(first)
  const [nature, setNature] = useState<Demanded['nature']>('staged')
  const act = useAct([], () => send({ words, dueOn, nature }), onClose)
  return (
    <FormDialog title={text.demandTitle} cancel={text.cancel} submit={text.submit} act={act} failureText={failureText} onClose={onClose}>
      <p className="quiet">{text.demandHint(org)}</p>
      <WordsField label={text.words} rows={4} most={2000} value={words} onChange={setWords} />
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
    </FormDialog>
  )
}
