import type { Register } from '#core/register/register.ts'
import type { NamesByKey } from '#web/_components/record-value/value-words.ts'
import type { client } from '#web/_lib/client.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { useLanguage } from '#web/_lib/language.ts'
import { useRecordText } from '../use-text.ts'
import { contentRows } from './rows.ts'

export type Revision = Awaited<ReturnType<typeof client.record.history>>['revisions'][number]

interface RevisionsProps {
  readonly revisions: readonly Revision[]
  readonly register: Register | undefined
  readonly names: NamesByKey
}

/** The revisions side by side, the latest first; what changed against the one before is marked by shape and colour. */
export function Revisions({ revisions, register, names }: RevisionsProps) {
  const text = useRecordText()
  const language = useLanguage()
  const columns = revisions
    .map((revision, index) => {
      const rows = contentRows(revision, register, { names, language, text })
      const before = revisions[index - 1]
      const earlier = new Map(
        before === undefined ? [] : contentRows(before, register, { names, language, text }).map(({ key, words }) => [key, words]),
      )
      return { revision, words: new Map(rows.map(({ key, words }) => [key, words])), earlier, isFirst: before === undefined, rows }
    })
    .toReversed()
  const labels = new Map(columns.flatMap(({ rows }) => rows.map(({ key, label }) => [key, label])))
  const changed = [...labels].filter(([key]) => columns.some(({ words }) => words.get(key) !== columns[0]?.words.get(key)))
  return (
    <details className="revisions" open>
      <summary>
        {text.history}（{revisions.length}）
      </summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.field}</th>
            {columns.map(({ revision }, index) => (
              <th key={revision.revision} scope="col">
                {text.revision(revision.revision)}
                {index === 0 ? `（${text.now}）` : ''} · {text.states[revision.state]}
                <br />
                <span className="quiet">
                  {revision.enteredBy} {momentText(revision.enteredAt)}
                </span>
                {revision.note === '' ? null : <p>{revision.note}</p>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changed.map(([key, label]) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              {columns.map(({ revision, words, earlier, isFirst }) => (
                <td
                  key={revision.revision}
                  lang="zh-CN"
                  className={!isFirst && (earlier.get(key) ?? '') !== (words.get(key) ?? '') ? 'changed' : ''}
                >
                  {words.get(key) ?? ''}
                </td>
              ))}
            </tr>
          ))}
          {changed.length > 0 ? null : (
            <tr>
              <td colSpan={columns.length + 1}>{text.unchanged}</td>
            </tr>
          )}
        </tbody>
      </table>
    </details>
  )
}
