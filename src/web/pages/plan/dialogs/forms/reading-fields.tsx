import { DatePicker, Input, InputNumber, Select } from 'antd'
import dayjs from 'dayjs'
import { type ReactNode, useId } from 'react'
import type { Reading } from '#core/draft/reading.ts'
import { keysOf } from '#web/_lib/keys-of.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { usePlanText } from '../../context.ts'
import { draftOf, numberTrouble, type ReadingDraft } from '../../model/reading-draft.ts'
import { useFormText } from './use-form-text.ts'

interface ReadingFieldsProps {
  readonly draft: ReadingDraft
  readonly onChange: (draft: ReadingDraft) => void
  /** The compiler's reading, shown beside what was changed. */
  readonly original: Reading | null
  /** Names that occur in the plan, offered while typing. */
  readonly names: readonly string[]
}

/** Every value of a reading that a person may set. */
export function ReadingFields({ draft, onChange, original, names }: ReadingFieldsProps) {
  const { words } = usePlanText()
  const text = useFormText()
  const failureText = useFailureText()
  const trouble = numberTrouble(draft)
  const first = original === null ? null : draftOf(original)
  const set = (changes: Partial<ReadingDraft>): void => onChange({ ...draft, ...changes })
  const isMeasured = draft.kind !== 'achieved' && draft.kind !== 'undefined'
  const recurs = draft.periodUnit !== 'once' && draft.periodUnit !== 'none'
  const was = (field: keyof ReadingDraft, wording: (value: ReadingDraft) => string): string | null =>
    first !== null && String(first[field]) !== String(draft[field]) ? wording(first) || text.none : null
  const nameList = (field: 'leaders' | 'leadOrgs' | 'supportingOrgs' | 'owners') => (
    <Labelled label={words.field[field]} was={was(field, (value) => value[field].join('、'))}>
      {(id) => (
        <Select
          id={id}
          mode="tags"
          value={[...draft[field]]}
          tokenSeparators={['、', '，', ',', ';', '；']}
          placeholder={text.names}
          options={names.map((value) => ({ value }))}
          onChange={(value: string[]) => set({ [field]: value })}
        />
      )}
    </Labelled>
  )
  return (
    <div className="reading-fields">
      <Labelled label={words.field.kind} was={was('kind', (value) => words.kind[value.kind])}>
        {(id) => <Select id={id} value={draft.kind} options={options(words.kind)} onChange={(kind) => set({ kind })} />}
      </Labelled>
      <Labelled label={words.field.period} was={was('periodUnit', (value) => words.period({ unit: value.periodUnit, every: value.every }))}>
        {(id) => (
          <span className="pair">
            {recurs ? (
              <InputNumber
                aria-label={text.every}
                prefix={text.every}
                min={1}
                max={99}
                value={draft.every}
                onChange={(every) => set({ every: every ?? 1 })}
              />
            ) : null}
            <Select id={id} value={draft.periodUnit} options={options(words.periodUnit)} onChange={(periodUnit) => set({ periodUnit })} />
          </span>
        )}
      </Labelled>
      {isMeasured ? (
        <Labelled
          wide
          label={words.field.target}
          was={was('value', ({ value, unit }) => `${value} ${unit}`.trim())}
          wrong={trouble === null ? null : failureText({ code: 'REFUSED', refusal: trouble, params: {}, fields: new Map() })}
        >
          {(id) => (
            <span className="pair">
              <Select
                aria-label={words.field.comparator}
                allowClear
                placeholder={words.field.comparator}
                value={draft.comparator}
                options={options(words.comparatorLong)}
                onChange={(comparator: ReadingDraft['comparator'] | undefined) => set({ comparator: comparator ?? null })}
              />
              <Input
                id={id}
                inputMode="decimal"
                status={trouble === null ? '' : 'error'}
                aria-invalid={trouble !== null}
                placeholder={words.field.value}
                value={draft.value}
                onChange={(event) => set({ value: event.target.value })}
              />
              {draft.comparator === 'range' ? (
                <Input
                  aria-label={words.field.upper}
                  inputMode="decimal"
                  placeholder={words.field.upper}
                  value={draft.upper}
                  onChange={(event) => set({ upper: event.target.value })}
                />
              ) : null}
              <Input
                aria-label={words.field.unit}
                placeholder={words.field.unit}
                value={draft.unit}
                onChange={(event) => set({ unit: event.target.value })}
              />
            </span>
          )}
        </Labelled>
      ) : null}
      <Labelled wide label={words.field.object} was={was('object', ({ object }) => object)}>
        {(id) => <Input id={id} maxLength={200} value={draft.object} onChange={(event) => set({ object: event.target.value })} />}
      </Labelled>
      <Labelled label={words.field.scope} was={was('scope', (value) => words.scope[value.scope])}>
        {(id) => <Select id={id} value={draft.scope} options={options(words.scope)} onChange={(scope) => set({ scope })} />}
      </Labelled>
      {draft.kind === 'ratio' || draft.kind === 'coverage' || draft.kind === 'trend' || draft.base !== '' ? (
        <Labelled label={words.field.base} was={was('base', ({ base }) => base)}>
          {(id) => <Input id={id} maxLength={200} value={draft.base} onChange={(event) => set({ base: event.target.value })} />}
        </Labelled>
      ) : null}
      <Labelled label={words.field.deadline} was={was('deadline', ({ deadline }) => deadline)}>
        {(id) => (
          <DatePicker
            id={id}
            value={draft.deadline === '' ? null : dayjs(draft.deadline)}
            placeholder={text.day}
            onChange={(day) => set({ deadline: day === null || Array.isArray(day) ? '' : day.format('YYYY-MM-DD') })}
          />
        )}
      </Labelled>
      <Labelled label={words.field.nature} was={was('nature', ({ nature }) => (nature === null ? '' : words.nature[nature]))}>
        {(id) => (
          <Select
            id={id}
            allowClear
            placeholder={text.none}
            value={draft.nature}
            options={options(words.nature)}
            onChange={(nature: ReadingDraft['nature'] | undefined) => set({ nature: nature ?? null })}
          />
        )}
      </Labelled>
      {nameList('leaders')}
      {nameList('leadOrgs')}
      {nameList('supportingOrgs')}
      {nameList('owners')}
    </div>
  )
}

function options<Key extends string>(catalog: Readonly<Record<Key, string>>) {
  return keysOf(catalog).map((value) => ({ value, label: catalog[value] }))
}

interface LabelledProps {
  readonly label: string
  readonly was: string | null
  readonly wide?: boolean
  /** What is wrong with the input, if anything. */
  readonly wrong?: string | null
  readonly children: (id: string) => ReactNode
}

function Labelled({ label, was, wide = false, wrong = null, children }: LabelledProps) {
  const id = useId()
  const text = useFormText()
  return (
    <div className={`labelled ${wide ? 'wide' : ''}`}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {wrong === null ? null : (
        <span className="wrong" role="alert">
          {wrong}
        </span>
      )}
      {was === null ? null : (
        <span className="was">
          {text.firstRead}：{was}
        </span>
      )}
    </div>
  )
}
