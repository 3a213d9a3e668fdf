import { Input, Select } from 'antd'
import { keysOf } from '#web/_lib/keys-of.ts'
import { usePlanText } from '../../context.ts'
import type { ReadingDraft } from '../../model/reading-draft.ts'

interface PartFieldsProps {
  readonly title: string
  readonly words: string
  readonly draft: ReadingDraft
  readonly onChange: (draft: ReadingDraft) => void
}

/** What differs in one part of a split: kind, target and content; the rest can be edited afterwards. */
export function PartFields({ title, words, draft, onChange }: PartFieldsProps) {
  const { words: reading } = usePlanText()
  const set = (changes: Partial<ReadingDraft>): void => onChange({ ...draft, ...changes })
  const isMeasured = draft.kind !== 'achieved' && draft.kind !== 'undefined'
  return (
    <fieldset className="part">
      <legend>{title}</legend>
      <p lang="zh-CN">{words}</p>
      <span className="pair">
        <Select
          aria-label={reading.field.kind}
          value={draft.kind}
          options={keysOf(reading.kind).map((value) => ({ value, label: reading.kind[value] }))}
          onChange={(kind) => set({ kind })}
        />
        {isMeasured ? (
          <>
            <Select
              aria-label={reading.field.comparator}
              value={draft.comparator}
              options={keysOf(reading.comparatorLong).map((value) => ({ value, label: reading.comparatorLong[value] }))}
              onChange={(comparator) => set({ comparator })}
            />
            <Input aria-label={reading.field.value} value={draft.value} onChange={(event) => set({ value: event.target.value })} />
            <Input aria-label={reading.field.unit} value={draft.unit} onChange={(event) => set({ unit: event.target.value })} />
          </>
        ) : null}
      </span>
      <Input aria-label={reading.field.object} value={draft.object} onChange={(event) => set({ object: event.target.value })} />
    </fieldset>
  )
}
