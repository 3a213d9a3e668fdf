import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { PageHead } from '#web/_components/page-head.tsx'
import { client } from '#web/_lib/client.ts'
import { useText } from '#web/_lib/language.ts'
import { usePostText } from '#web/_words/post/words.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { MarkDialog, type MarkedRegister } from './mark-dialog.tsx'
import { en } from './text.en.ts'
import { zh } from './text.zh.ts'
import './marks.css'

/** 敏感标记 of registers and their fields: titles, no rows. */
export function Marks() {
  const text = useText({ zh, en })
  const words = usePostText()
  const failureText = useFailureText()
  const [changing, setChanging] = useState<MarkedRegister | null>(null)
  const marks = useQuery({ queryKey: ['marks'], queryFn: async () => (await client.mark.list()).items })
  return (
    <div className="page narrow marks">
      <PageHead title={text.title} intro={text.intro} />
      <FailureNotice error={marks.error} words={failureText} />
      {marks.isPending ? <p className="quiet">{text.loading}</p> : null}
      {marks.isSuccess ? (
        <table>
          <thead>
            <tr>
              <th scope="col">{text.column.register}</th>
              <th scope="col">{text.column.mark}</th>
              <th scope="col">{text.column.fields}</th>
              <th scope="col">
                <span className="visually-hidden">{text.change}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {marks.data.map((each) => (
              <tr key={each.register}>
                <th scope="row">{each.title}</th>
                <td>
                  <span className={`tag ${each.mark}`}>{words.mark[each.mark]}</span>
                </td>
                <td>
                  {each.fields
                    .filter(({ mark }) => mark !== each.mark)
                    .map(({ label, mark }) => `${label}：${words.mark[mark]}`)
                    .join('、')}
                </td>
                <td>
                  <button type="button" className="button small" onClick={() => setChanging(each)}>
                    {text.change}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {changing === null ? null : <MarkDialog register={changing} text={text} onClose={() => setChanging(null)} />}
    </div>
  )
}
