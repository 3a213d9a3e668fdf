import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { Icon } from '#web/_components/icon.tsx'
import { Only } from '#web/_components/only.tsx'
import { client } from '#web/_lib/client.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { queries } from '#web/_lib/query.ts'
import { tell } from '#web/_lib/toast.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import type { Entry } from './use-entries.ts'
import { useJournalText } from './use-text.ts'

/** 审计批注 on an entry, and a place for another. */
export function EntryNotes({ entry: { id, notes } }: { readonly entry: Entry }) {
  const text = useJournalText()
  const [isWriting, setIsWriting] = useState(false)
  return (
    <div className="notes">
      {notes.length === 0 ? null : (
        <ul aria-label={text.notes}>
          {notes.map((note) => (
            <li key={`${note.at} ${note.text}`}>
              <strong>{text.notes}</strong> {note.text}{' '}
              <span className="quiet">
                {note.by} {momentText(note.at)}
              </span>
            </li>
          ))}
        </ul>
      )}
      <Only may="journal:annotate">
        {isWriting ? (
          <NoteForm id={id} onEnd={() => setIsWriting(false)} />
        ) : (
          <button type="button" className="button small" onClick={() => setIsWriting(true)}>
            <Icon name="edit" />
            {text.addNote}
          </button>
        )}
      </Only>
    </div>
  )
}

function NoteForm({ id, onEnd }: { readonly id: string; readonly onEnd: () => void }) {
  const text = useJournalText()
  const failureText = useFailureText()
  const [words, setWords] = useState('')
  const isEnough = words.trim().length >= 2
  const save = useMutation({
    mutationFn: () => client.journal.annotate({ id, text: words.trim() }),
    onSuccess: () => {
      tell('done', text.noted)
      onEnd()
    },
    onError: (error) => tell('error', failureText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['journal'] }),
  })
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (isEnough) save.mutate()
  }
  return (
    <form onSubmit={submit} aria-label={text.addNote}>
      <label className="field">
        <span className="label">{text.notes}</span>
        <textarea className="input" rows={2} maxLength={1000} value={words} autoFocus onChange={({ target }) => setWords(target.value)} />
        <span className="hint">{text.noteHint}</span>
      </label>
      <p className="acts">
        <button type="submit" className="button primary small" disabled={!isEnough || save.isPending}>
          {text.saveNote}
        </button>
        <button type="button" className="button small" onClick={onEnd}>
          {text.cancelNote}
        </button>
      </p>
    </form>
  )
}
