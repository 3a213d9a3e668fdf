import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Draw } from '#core/draw/draw.ts'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { client } from '#web/_lib/client.ts'
import { GrowForm } from './grow-form.tsx'
import { useAct } from './use-act.ts'
import { useDrawFailure, useDrawText } from './use-text.ts'

/** 总体增加: another list, sent before, becomes the next part. */
export function ExtendForm({ draw }: { readonly draw: Draw }) {
  const { id, version, source } = draw
  const text = useDrawText()
  const failureText = useDrawFailure()
  const [draft, setDraft] = useState('')
  const { data } = useQuery({ queryKey: ['draws'], queryFn: () => client.draw.list() })
  const extend = useAct(
    id,
    () => client.draw.extend({ id, version, draft }),
    () => setDraft(''),
  )
  const drafts = data?.draws.filter(({ state }) => state === 'draft') ?? []
  return (
    <details>
      <summary>{text.extend}</summary>
      {source === null ? null : <GrowForm draw={draw} source={source} />}
      <p className="quiet">{drafts.length === 0 ? `${text.extendWords}${text.extendNone}` : text.extendWords}</p>
      {drafts.length === 0 ? null : (
        <form
          className="draws-line"
          onSubmit={(event) => {
            event.preventDefault()
            extend.mutate()
          }}
        >
          <select
            className="input"
            aria-label={text.extendChoose}
            value={draft}
            required
            onChange={(event) => setDraft(event.target.value)}
          >
            <option value="">{text.extendChoose}</option>
            {drafts.map((each) => (
              <option key={each.id} value={each.id}>
                {`${each.fileName} · ${text.items(each.items)}`}
              </option>
            ))}
          </select>
          <button type="submit" className="button" disabled={extend.isPending}>
            {text.extend}
          </button>
        </form>
      )}
      <FailureNotice error={extend.error} words={failureText} />
    </details>
  )
}
