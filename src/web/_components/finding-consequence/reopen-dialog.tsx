import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { Dialog } from '#web/_components/dialog.tsx'
import { DialogFoot } from '#web/_components/dialog-foot.tsx'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { WordsField } from '#web/_components/words-field.tsx'
import { client } from '#web/_lib/client.ts'
import { ClosedChoice, type ClosedItem } from './closed-choice.tsx'
import type { Followed } from './finding-follow.tsx'
import { useConsequenceFailure, useConsequenceText } from './use-text.ts'

interface ReopenProps {
  readonly followed: Followed
  readonly onClose: () => void
}

/** 重新挂账: which of what was closed has the same fault again, and why. Without anything closed there is nothing to fill in. */
export function ReopenDialog({ followed, onClose }: ReopenProps) {
  const text = useConsequenceText()
  const failureText = useConsequenceFailure()
  const [words, setWords] = useState('')
  const asked = useDeferredValue(words)
  const { data, error } = useQuery({
    queryKey: ['inspection', 'closed', followed.id, asked],
    queryFn: () => client.findingConsequence.closed({ id: followed.id, text: asked }),
    placeholderData: keepPreviousData,
  })
  const isEmpty = data?.total === 0 && asked.trim() === '' && words.trim() === ''
  return (
    <Dialog title={text.reopenTitle} wide onClose={onClose}>
      {data === undefined || isEmpty ? (
        <>
          <div className="body">
            {error === null ? (
              <p role="status">{isEmpty ? text.noneClosed : text.loading}</p>
            ) : (
              <p className="notice error" role="alert">
                {failureText(error)}
              </p>
            )}
          </div>
          <footer className="foot">
            <button type="button" className="button" onClick={onClose}>
              {text.close}
            </button>
          </footer>
        </>
      ) : (
        <ReopenForm followed={followed} items={data.items} total={data.total} words={words} onWords={setWords} onClose={onClose} />
      )}
    </Dialog>
  )
}

interface FormProps extends ReopenProps {
  readonly items: readonly ClosedItem[]
  readonly total: number
  readonly words: string
  readonly onWords: (words: string) => void
}

function ReopenForm({ followed: { id, version, words: found }, items, total, words, onWords, onClose }: FormProps) {
  const text = useConsequenceText()
  const failureText = useConsequenceFailure()
  const cache = useQueryClient()
  const [chosen, setChosen] = useState<ClosedItem | null>(() => items.find(({ isAbout }) => isAbout) ?? null)
  const [note, setNote] = useState('')
  const act = useMutation({
    mutationFn: ({ closure, version: closureVersion }: ClosedItem) =>
      client.findingConsequence.reopen({ id, version, closure, closureVersion, note }),
    onSuccess: onClose,
    onSettled: () => cache.invalidateQueries(),
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (chosen !== null) act.mutate(chosen)
      }}
    >
      <div className="body">
        <p className="quiet">{text.reopenHint}</p>
        <p lang="zh-CN">
          <strong>{text.foundWords}</strong>
          {found}
        </p>
        <ClosedChoice items={items} total={total} words={words} chosen={chosen} onWords={onWords} onChoose={setChosen} />
        <WordsField label={text.note} rows={3} most={1000} isRequired value={note} onChange={setNote} />
        <FailureNotice error={act.error} words={failureText} />
      </div>
      <DialogFoot cancel={text.cancel} submit={text.submit} isBusy={act.isPending || chosen === null} onClose={onClose} />
    </form>
  )
}
