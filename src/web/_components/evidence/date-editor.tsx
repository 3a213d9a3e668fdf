import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#web/_lib/client.ts'
import { queries } from '#web/_lib/query.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import type { Item } from './file-row.tsx'
import { useEvidenceText } from './use-text.ts'

/** The day a file is of, corrected by hand. */
export function DateEditor({ item, onClose }: { readonly item: Item; readonly onClose: () => void }) {
  const text = useEvidenceText()
  const failureText = useFailureText()
  const [day, setDay] = useState<string>(item.datedOn ?? '')
  const save = useMutation({
    mutationFn: () => client.evidence.date({ id: item.id, version: item.version, datedOn: day === '' ? null : day }),
    onSuccess: onClose,
    onSettled: () => queries.invalidateQueries({ queryKey: ['evidence'] }),
  })
  return (
    <form
      className="date"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <input
        className="input"
        type="date"
        value={day}
        aria-label={text.dateOf(item.name)}
        onChange={({ target }) => setDay(target.value)}
      />
      <button type="submit" className="button small primary" disabled={save.isPending}>
        {text.save}
      </button>
      {save.isError ? <span role="alert">{failureText(save.error)}</span> : null}
    </form>
  )
}
