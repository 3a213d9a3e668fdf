import { Link } from '@tanstack/react-router'
import { useFileTrouble } from '#web/_words/file/words.ts'
import type { Got } from './batch-course.tsx'
import { Result } from './tally.tsx'
import type { Text } from './text.zh.ts'

/** Each file with what became of it: the plan, or what is wrong, where, and what to do. */
export function FileTable({ files, text }: { readonly files: Got['files']; readonly text: Text }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{text.column.file}</th>
          <th scope="col">{text.column.result}</th>
          <th scope="col">{text.column.outcome}</th>
        </tr>
      </thead>
      <tbody>
        {files.map((file) => (
          <tr key={file.path}>
            <th scope="row" lang="zh-CN">
              {file.path}
            </th>
            <td>
              <Result result={file.result} text={text} />
            </td>
            <td>
              <Outcome file={file} text={text} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Outcome({
  file: { plan, result, error, commitments, questions },
  text,
}: {
  readonly file: Got['files'][number]
  readonly text: Text
}) {
  const troubleOf = useFileTrouble()
  if (plan !== null)
    return (
      <>
        <Link to="/plans/$planId" params={{ planId: plan.id }}>
          {plan.title}
        </Link>{' '}
        <span className="quiet">{text.counts(commitments, questions)}</span>
      </>
    )
  if (error !== null) {
    const own = text.unsent[error.code]
    if (own !== undefined && error.params['file'] === undefined) return <>{own}</>
    const { what, where, remedy } = troubleOf(error.code, error.params)
    return (
      <>
        <strong>{what}</strong> {where === '' ? null : <span className="quiet">{where}</span>}
        <br />
        {remedy}
      </>
    )
  }
  return result === 'done' || result === 'same' ? <span className="quiet">{text.removed}</span> : null
}
