import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { DialogFoot } from './dialog-foot.tsx'
import { Dialog } from './dialog.tsx'

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
  const cache = useQueryClient()
  const [words, setWords] = useState(initial)
  const act = useMutation({
    mutationFn: () => send(words),
    onSuccess: onClose,
    onSettled: () => cache.invalidateQueries({ queryKey: [noun] }),
  })
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          act.mutate()
        }}
      >
        <div className="body">
          <p className="quiet">{hint}</p>
          <label className="field">
            <span className="label">{label}</span>
            <textarea className="input" rows={5} maxLength={most} value={words} onChange={(event) => setWords(event.target.value)} />
          </label>
          {act.isError ? (
            <p className="notice error" role="alert">
              {failureText(act.error)}
            </p>
          ) : null}
        </div>
        <DialogFoot cancel={cancel} submit={submit} isBusy={act.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}
