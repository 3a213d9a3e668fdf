import { Link } from '@tanstack/react-router'
import { useWhyRefused } from '#web/_components/evidence/why-refused.ts'
import { sizeText } from '#web/_components/evidence/size-text.ts'
import { Icon } from '#web/_components/icon.tsx'
import { useRegisterTitles } from '#web/_components/register-titles.ts'
import { byStanding, type FolderRecord, type FolderRow, standingOf } from './model/rows.ts'
import { useFolderText } from './use-text.ts'

interface FolderTableProps {
  readonly rows: readonly FolderRow[]
  readonly names: Readonly<Record<string, string>>
  /** Null: nothing can be chosen any more. */
  readonly onChoose: ((key: number, record: FolderRow['chosen']) => void) | null
}

/** Every file with the number in its name and the record that is meant. */
export function FolderTable({ rows, names, onChoose }: FolderTableProps) {
  const text = useFolderText()
  const wordsOf = useRecordWords(names)
  return (
    <div className="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">{text.head.file}</th>
            <th scope="col">{text.head.number}</th>
            <th scope="col">{text.head.record}</th>
            <th scope="col">{text.head.state}</th>
          </tr>
        </thead>
        <tbody>
          {byStanding(rows).map((row) => (
            <tr key={row.key} className={standingOf(row)}>
              <td data-label={text.head.file} lang="zh-CN">
                {row.given.path} <span className="quiet">{sizeText(row.given.bytes)}</span>
              </td>
              <td className="number" data-label={text.head.number}>
                {row.match.number ?? '—'}
              </td>
              <td data-label={text.head.record}>
                {row.match.records.length === 0 ? (
                  <span className="quiet">{text.noNumber}</span>
                ) : onChoose === null ? (
                  <Chosen row={row} wordsOf={wordsOf} />
                ) : (
                  <select
                    className="input"
                    aria-label={text.recordOf(row.given.path)}
                    value={row.chosen ?? ''}
                    onChange={({ target }) => onChoose(row.key, row.match.records.find(({ id }) => id === target.value)?.id ?? null)}
                  >
                    <option value="">{row.match.records.length > 1 ? text.choose : text.leaveOut}</option>
                    {row.match.records.map((record) => (
                      <option key={record.id} value={record.id}>
                        {wordsOf(record)}
                      </option>
                    ))}
                  </select>
                )}
              </td>
              <td data-label={text.head.state}>
                <State row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Chosen({ row, wordsOf }: { readonly row: FolderRow; readonly wordsOf: (record: FolderRecord) => string }) {
  const text = useFolderText()
  const record = row.match.records.find(({ id }) => id === row.chosen)
  if (record === undefined) return <span className="quiet">{text.standing['left-out']}</span>
  return (
    <Link to="/records/$recordId" params={{ recordId: record.id }} lang="zh-CN">
      {wordsOf(record)}
    </Link>
  )
}

function State({ row }: { readonly row: FolderRow }) {
  const text = useFolderText()
  const whyRefused = useWhyRefused()
  const { state } = row
  const standing = standingOf(row)
  if (state.kind === 'refused')
    return (
      <span className="state refused" role="alert">
        <Icon name="warning" />
        {whyRefused(state.error)}
      </span>
    )
  if (state.kind === 'sending') return <span className="state">{text.sending(Math.round(state.share * 100))}</span>
  if (state.kind === 'here')
    return (
      <span className="state here">
        <Icon name="check" />
        {state.isKnown ? text.known : text.here}
      </span>
    )
  return (
    <span className={`state ${standing}`}>
      <Icon name={standing === 'matched' ? 'check' : standing === 'several' ? 'warning' : 'close'} />
      {text.standing[standing]}
    </span>
  )
}

/** A record in one line: its register, its day, whose it is, what it is about. */
function useRecordWords(names: Readonly<Record<string, string>>): (record: FolderRecord) => string {
  const titleOf = useRegisterTitles()
  return ({ id, register, org, occurredOn: { from, to } }) => {
    const words = [titleOf(register), from === to ? from : `${from} – ${to}`, names[`org:${org}`], names[`record:${id}`]]
    return words.filter((each) => each !== undefined && each !== '').join(' · ')
  }
}
