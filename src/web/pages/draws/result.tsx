import { useMutation, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Draw } from '#core/draw/draw.ts'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { client } from '#web/_lib/client.ts'
import { download } from '#web/_lib/download.ts'
import { ItemDialog, type AskedOfItem } from './item-dialog.tsx'
import { useDrawFailure, useDrawText } from './use-text.ts'

/** 抽取结果: what was drawn in its order; each is replaced or judged here, and all of it can be taken away and repeated. */
export function Result({ draw, mayRun }: { readonly draw: Draw; readonly mayRun: boolean }) {
  const text = useDrawText()
  const failureText = useDrawFailure()
  const { id } = draw
  const [asked, setAsked] = useState<AskedOfItem | null>(null)
  const answer = useInfiniteQuery({
    queryKey: ['draws', id, 'items', draw.version],
    queryFn: ({ pageParam }) => client.draw.items({ id, from: pageParam }),
    initialPageParam: 0,
    getNextPageParam: (last, all) => {
      const shown = all.reduce((sum, { items }) => sum + items.length, 0)
      return shown < last.total ? shown : undefined
    },
    placeholderData: (before) => before,
  })
  const sheet = useMutation({ mutationFn: () => client.draw.sheet({ id }), onSuccess: (file) => download(file, file.name) })
  const items = answer.data?.pages.flatMap((page) => page.items) ?? []
  const isStratified = items.some(({ stratum }) => stratum !== '')
  const error = answer.error ?? sheet.error
  return (
    <section>
      <h2>{text.result}</h2>
      <p className="draws-line">
        <button type="button" className="button" disabled={sheet.isPending} onClick={() => sheet.mutate()}>
          {text.sheet}
        </button>
        <a className="button" href={`/api/draws/${id}/file`} download>
          {text.file}
        </a>
        <a className="button" href="/api/draw-verifier" download>
          {text.verifier}
        </a>
        <span className="quiet">{text.verifierWords}</span>
      </p>
      <FailureNotice error={error} words={failureText} />
      <div className="draws-scroll">
        <table className="draws-items">
          <thead>
            <tr>
              <th scope="col">{text.ordinal}</th>
              <th scope="col">{text.id}</th>
              {isStratified ? <th scope="col">{text.stratum}</th> : null}
              <th scope="col">{text.outcome}</th>
              {mayRun ? <th scope="col" aria-label={text.judge} /> : null}
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item.id} className={item.state}>
                <td className="draws-number">{item.ordinal}</td>
                <td>
                  <span className="draws-id">{item.id}</span>
                  {item.replaces === null ? null : <small>{text.replaces(item.replaces)}</small>}
                </td>
                {isStratified ? <td>{item.stratum}</td> : null}
                <td>
                  {item.state === 'replaced' ? `${text.replaced}：${item.reason}` : null}
                  {item.outcome === null ? null : [text.outcomes[item.outcome], item.note].filter((part) => part !== '').join('：')}
                </td>
                {mayRun ? (
                  <td className="draws-acts">
                    {item.state === 'drawn' ? (
                      <button type="button" className="button quiet" onClick={() => setAsked({ kind: 'judge', item })}>
                        {text.judge}
                      </button>
                    ) : null}
                    {item.state === 'drawn' && item.outcome === null ? (
                      <button type="button" className="button quiet" onClick={() => setAsked({ kind: 'replace', item })}>
                        {text.replace}
                      </button>
                    ) : null}
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {answer.hasNextPage ? (
        <p>
          <button type="button" className="button" disabled={answer.isFetchingNextPage} onClick={() => void answer.fetchNextPage()}>
            {text.more}
          </button>
        </p>
      ) : null}
      {asked === null ? null : <ItemDialog draw={draw} asked={asked} onClose={() => setAsked(null)} />}
    </section>
  )
}
