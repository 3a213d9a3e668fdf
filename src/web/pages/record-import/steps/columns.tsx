import { useLanguage } from '#web/_lib/language.ts'
import { type Asked, isTarget, type Preview, type Register } from '../model/asked.ts'
import { targetWords } from '../model/fault-words.ts'
import { useRecordImportText } from '../use-text.ts'

interface ColumnsProps {
  readonly preview: Preview
  readonly register: Register
  readonly asked: Asked
  readonly onChange: (asked: Asked) => void
}

const COMMON = ['number', 'org', 'from', 'to', 'subjects', 'id']

/** What each column of the sheet holds, as it was told by its label; a person may say otherwise. */
export function Columns({ preview, register, asked, onChange }: ColumnsProps) {
  const text = useRecordImportText()
  const isEnglish = useLanguage() === 'en'
  const targets = [...COMMON, ...register.fields.map(({ id }) => `field:${id}`)]
  return (
    <details open={preview.columns.some(({ target }) => target === null)}>
      <summary>{text.columns}</summary>
      <p className="quiet">{text.columnsHint}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.column}</th>
            <th scope="col">{text.holds}</th>
          </tr>
        </thead>
        <tbody>
          {preview.columns.map(({ index, letters, header, target }) => (
            <tr key={index}>
              <td>
                <code>{letters}</code> <span lang="zh-CN">{header}</span>
              </td>
              <td>
                <select
                  className="input"
                  aria-label={text.targetOf(header)}
                  value={target ?? ''}
                  onChange={({ target: { value } }) =>
                    onChange({ ...asked, columns: { ...asked.columns, [header]: isTarget(value) ? value : null } })
                  }
                >
                  <option value="">{text.notRead}</option>
                  {targets.map((each) => (
                    <option key={each} value={each}>
                      {targetWords(text, register, each, isEnglish)}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
