import { useState } from 'react'
import type { Register } from '#core/register/register.ts'
import { type Typed, typedOf } from '#web/_components/record-form/model/typed.ts'
import type { NamesByKey } from '#web/_components/record-value/value-words.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { useLanguage } from '#web/_lib/language.ts'
import { useRecordText } from '../use-text.ts'
import { chosenOf } from './chosen.ts'
import type { Revision } from './revisions.tsx'
import { contentRows } from './rows.ts'
import { typedWords } from './typed-words.ts'

interface ConflictProps {
  readonly theirs: Revision
  readonly theirNames: NamesByKey
  readonly mine: Typed
  readonly register: Register
  readonly isSaving: boolean
  readonly onSave: (chosen: Typed) => void
  readonly onGiveUp: () => void
}

/** Somebody saved first: both versions field by field, where they differ; the person chooses and saves, or gives up. */
export function Conflict({ theirs, theirNames, mine, register, isSaving, onSave, onGiveUp }: ConflictProps) {
  const text = useRecordText()
  const language = useLanguage()
  const [fromThem, setFromThem] = useState<ReadonlySet<string>>(new Set())
  const names = { ...theirNames, ...mine.names }
  const context = { names, language, text }
  const left = contentRows(theirs, register, context)
  const right = new Map(typedWords(mine, register, context))
  const differing = left.filter(({ key, words }) => words !== (right.get(key) ?? ''))
  return (
    <section className="sheet conflict">
      <h2>{text.conflictTitle}</h2>
      <p className="notice warning">{text.conflictWords(theirs.enteredBy, momentText(theirs.enteredAt))}</p>
      {theirs.state === 'voided' ? <p className="notice error">{text.overtaken}</p> : null}
      <table>
        <thead>
          <tr>
            <th scope="col">{text.field}</th>
            <th scope="col">{text.theirs}</th>
            <th scope="col">{text.mine}</th>
          </tr>
        </thead>
        <tbody>
          {differing.map(({ key, label, words }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              {[true, false].map((isTheirs) => (
                <td key={String(isTheirs)}>
                  <label>
                    <input
                      type="radio"
                      name={key}
                      checked={fromThem.has(key) === isTheirs}
                      onChange={() => setFromThem(new Set(isTheirs ? [...fromThem, key] : [...fromThem].filter((each) => each !== key)))}
                    />
                    {(isTheirs ? words : (right.get(key) ?? '')) || text.empty}
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="acts">
        <button
          type="button"
          className="button primary"
          disabled={isSaving || theirs.state === 'voided'}
          onClick={() => onSave(chosenOf(typedOf(theirs, names), mine, fromThem))}
        >
          {text.conflictSave}
        </button>{' '}
        <button type="button" className="button" onClick={onGiveUp}>
          {text.takeTheirs}
        </button>
      </p>
    </section>
  )
}
