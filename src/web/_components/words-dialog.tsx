import { useState } from 'react'
import { FormDialog } from '#web/_components/form-dialog.tsx'
import { WordsField } from '#web/_components/words-field.tsx'
import { useAct } from '#web/_lib/use-act.ts'

interface WordsProps {
  readonly title: string
  readonly hint: string
  readonly label: string
  /** What stands there to begin with. */
  readonly initial: string
  readonly most: number
  readonly cancel: string
  readonly submit: string
  /** What is asked for again when it was sent. */
  readonly noun: string
  readonly send: (words: string) => Promise<unknown>
  readonly failureText: (error: unknown) => string
  readonly onClose: () => void
}

/** Asks for a few sentences, and sends them. */
export function WordsDialog({ title, hint, label, initial, most, cancel, submit, noun, send, failureText, onClose }: WordsProps) {
  const [words, setWords] = useState(initial)
  const act = useAct([noun], () => send(words), onClose)
  return (
    <FormDialog title={title} cancel={cancel} submit={submit} act={act} failureText={failureText} onClose={onClose}>
      <p className="quiet">{hint}</p>
      <WordsField label={label} rows={5} most={most} value={words} onChange={setWords} />
    </FormDialog>
  )
}
