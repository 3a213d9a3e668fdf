import { useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { Definition } from '#core/terms/definition.ts'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { LightMark } from '#web/_components/light/light-mark.tsx'
import { client } from '#web/_lib/client.ts'
import type { Lookup } from '#web/_words/definition/words.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { useEditorText } from './use-text.ts'

const SHOWN = 6

interface PreviewProps {
  readonly id: CommitmentId
  readonly definition: Definition
  readonly unit: string
  readonly look: Lookup
}

/** What the definition would come to on the records of today; nothing is saved. */
export function Preview({ id, definition, unit, look }: PreviewProps) {
  const text = useEditorText()
  const failureText = useFailureText()
  const asked = useDeferredValue(definition)
  const answer = useQuery({
    queryKey: ['counting-preview', id, asked],
    queryFn: () => client.counting.preview({ id, definition: asked }),
    placeholderData: (last) => last,
    gcTime: 0,
  })
  const { data } = answer
  return (
    <section className="preview" aria-label={text.preview} aria-live="polite" aria-busy={answer.isFetching}>
      <h3>{text.preview}</h3>
      <FailureNotice error={answer.error} words={failureText} />
      {data === undefined ? <p className="quiet">{answer.isError ? '' : text.previewing}</p> : null}
      {data === undefined || data.isComputable ? null : (
        <p className="lacks">
          {text.stillOpen}：{data.open.map((code) => look.text.open[code]).join(look.text.list)}
        </p>
      )}
      {data?.isComputable === true ? (
        <>
          <p>{text.wouldCount(data.counted, data.total)}</p>
          <table>
            <tbody>
              {data.items.slice(0, SHOWN).map(({ occurrence, light }) => (
                <tr key={`${occurrence.subject} ${occurrence.period.key}`}>
                  <th scope="row" lang="zh-CN">
                    {occurrence.subject
                      .split('+')
                      .map((key) => data.names[key] ?? look.name(key))
                      .join(' × ')}
                  </th>
                  <td>
                    {occurrence.period.from} – {occurrence.period.to ?? ''}
                  </td>
                  <td className="number" title={text.done}>
                    {occurrence.actual ?? '–'} / {occurrence.required ?? '–'} {unit}
                  </td>
                  <td>
                    <LightMark light={light} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {data.total > SHOWN ? <p className="quiet">{text.more(data.total - SHOWN)}</p> : null}
        </>
      ) : null}
    </section>
  )
}
