import { useLanguage } from '#web/_lib/language.ts'
import type { Preview, Register } from '../model/asked.ts'
import { faultWords, targetWords } from '../model/fault-words.ts'
import { useRecordImportText } from '../use-text.ts'

/** So many are listed. */
const SHOWN = 200

/** Every fault with the address of its cell, what stands there and what is expected. */
export function Faults({ preview, register }: { readonly preview: Preview; readonly register: Register }) {
  const text = useRecordImportText()
  const isEnglish = useLanguage() === 'en'
  const shown = preview.faults.slice(0, SHOWN)
  if (shown.length === 0) return null
  return (
    <section className="faults">
      <h2>{text.faults}</h2>
      <p className="quiet">{text.faultsHint}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.cell}</th>
            <th scope="col">{text.holds}</th>
            <th scope="col">{text.stands}</th>
            <th scope="col">{text.expected}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((fault) => (
            <tr key={`${fault.cell} ${fault.code} ${fault.target ?? ''}`}>
              <td>
                <code>{/^\d/.test(fault.cell) ? text.row(fault.cell) : fault.cell}</code>
              </td>
              <td>{targetWords(text, register, fault.target, isEnglish)}</td>
              <td lang="zh-CN">{fault.value === '' ? <span className="quiet">{text.empty}</span> : fault.value}</td>
              <td>{faultWords(text, register, fault)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {preview.faultCount > shown.length ? <p className="quiet">{text.moreFaults(preview.faultCount - shown.length)}</p> : null}
    </section>
  )
}
