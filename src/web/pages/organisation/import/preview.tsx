import type { client } from '#web/_lib/client.ts'
import { useOrganisationText } from '../use-text.ts'

type ImportPreview = Awaited<ReturnType<typeof client.organisation.preview>>

interface PreviewProps {
  readonly preview: ImportPreview
  readonly from: string
  readonly onFrom: (day: string) => void
}

/** So many lines are shown of each kind. */
const SHOWN = 300

/** What a roster would add and change, what stays, and what is wrong in which cell. */
export function Preview({ preview, from, onFrom }: PreviewProps) {
  const text = useOrganisationText()
  const { steps, faults, fileName } = preview
  const count = (act: 'add' | 'change' | 'same') => steps.filter((step) => step.act === act).length
  const changes = steps.filter(({ act }) => act !== 'same')
  return (
    <>
      <p className="file-name">
        <strong>{fileName}</strong>
        <label>
          {text.sheet.from}
          <input className="input" type="date" value={from} onChange={(event) => onFrom(event.target.value)} />
        </label>
      </p>
      <ul className="sums">
        {(['add', 'change', 'same'] as const).map((act) => (
          <li key={act} className={act}>
            {text.sheet.summary[act]} <b>{count(act)}</b>
          </li>
        ))}
        <li className={faults.length > 0 ? 'wrong' : ''}>
          {text.sheet.summary.faults} <b>{faults.length}</b>
        </li>
      </ul>
      {faults.length > 0 ? (
        <>
          <p className="notice error">{text.sheet.fixFirst}</p>
          <ul className="faults">
            {faults.slice(0, SHOWN).map(({ cell, code, params }) => (
              <li key={`${cell} ${code}`}>
                <code>{cell}</code>
                <span>{text.sheet.fault[code]?.(params) ?? text.sheet.otherFault}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {faults.length === 0 && changes.length === 0 ? <p className="notice">{text.sheet.nothing}</p> : null}
      {changes.length > 0 ? (
        <table className="steps">
          <tbody>
            {changes.slice(0, SHOWN).map(({ row, act, what, name }) => (
              <tr key={`${row} ${act} ${what} ${name}`}>
                <td className="quiet">{text.sheet.row(row)}</td>
                <td>
                  <span className={`act ${act}`}>{text.sheet.summary[act]}</span>
                </td>
                <td className="quiet">{text.sheet.what[what]}</td>
                <td lang="zh-CN">{name}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {changes.length > SHOWN ? <p className="quiet">{text.sheet.more(changes.length - SHOWN)}</p> : null}
    </>
  )
}
