import type { ReactNode } from 'react'
import { WordsField } from '#web/_components/words-field.tsx'
import { useInspectionText } from './use-text.ts'

/** What a finding says, as it is typed. */
interface FindingSaid {
  readonly words: string
  readonly demand: string
  readonly dueOn: string
}

interface FindingFieldsProps {
  readonly said: FindingSaid
  /** The first day that may be chosen. */
  readonly from?: string
  readonly onChange: (said: FindingSaid) => void
  /** What is asked between its words and what is demanded. */
  readonly children?: ReactNode
}

/** The words of a finding, what is demanded, and by when. */
export function FindingFields({ said, from, onChange, children = null }: FindingFieldsProps) {
  const text = useInspectionText()
  const field = (name: 'words' | 'demand', rows: number) => (
    <WordsField
      label={text.finding[name]}
      rows={rows}
      most={2000}
      isRequired
      value={said[name]}
      onChange={(words) => onChange({ ...said, [name]: words })}
    />
  )
  return (
    <>
      {field('words', 3)}
      {children}
      {field('demand', 2)}
      <label className="field">
        <span className="label">{text.finding.dueOn}</span>
        <input
          className="input"
          type="date"
          required
          min={from}
          value={said.dueOn}
          onChange={(event) => onChange({ ...said, dueOn: event.target.value })}
        />
      </label>
    </>
  )
}
