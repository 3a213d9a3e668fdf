import { useState } from 'react'
import type { Field } from '#core/register/field.ts'
import type { CountingHint } from '#core/register/register.ts'
import { Field as Input } from '#web/_components/field.tsx'
import { Icon } from '#web/_components/icon.tsx'
import { useLanguage } from '#web/_lib/language.ts'
import { conditionWords } from '../../model/condition-words.ts'
import { labelIn, optionIn } from '../../model/names.ts'
import { useRegistersText } from '../../use-text.ts'
import { useDefinitionText } from '../use-text.ts'
import { Choice } from './choice.tsx'
import { wordsIn } from './lines.tsx'
import type { PartProps } from './part.ts'

const EMPTY: CountingHint = { words: [], where: null, measure: null, takes: 'sum', outOf: null, isShare: false, completion: null }

/** For which words of plans a register is suggested, and how it then counts. */
export function HintsPart({ draft, setDraft, isTried }: PartProps) {
  const text = useDefinitionText()
  const put = (index: number, hint: CountingHint | null): void =>
    setDraft((known) => ({ ...known, hints: known.hints.flatMap((each, at) => (at === index ? (hint ?? []) : [each])) }))
  return (
    <fieldset>
      <legend>{text.hints}</legend>
      <p className="quiet">{text.hintsWords}</p>
      <ol className="fields">
        {draft.hints.map((hint, index) => (
          <HintPart
            key={`${draft.hints.length} ${index}`}
            hint={hint}
            fields={draft.fields}
            isTried={isTried}
            put={(changed) => put(index, changed)}
          />
        ))}
      </ol>
      <button type="button" className="button" onClick={() => setDraft((known) => ({ ...known, hints: [...known.hints, EMPTY] }))}>
        <Icon name="plus" />
        {text.addHint}
      </button>
    </fieldset>
  )
}

interface HintPartProps {
  readonly hint: CountingHint
  readonly fields: readonly Field[]
  readonly isTried: boolean
  readonly put: (hint: CountingHint | null) => void
}

function HintPart({ hint, fields, isTried, put }: HintPartProps) {
  const text = useDefinitionText()
  const words = useRegistersText()
  const language = useLanguage()
  const [typed, setTyped] = useState(() => hint.words.join('、'))
  const numbers = fields.filter(({ type }) => type === 'number' || type === 'decimal')
  const measures = [
    { value: 'each', label: text.each, measure: null, takes: 'sum' as const },
    ...numbers.flatMap((field) => {
      const label = labelIn(language, field)
      return [
        { value: `sum ${field.id}`, label: text.sumOf(label), measure: field.id, takes: 'sum' as const },
        { value: `latest ${field.id}`, label: text.latestOf(label), measure: field.id, takes: 'latest' as const },
      ]
    }),
  ]
  const conditions = [
    { value: '', label: text.anyRecord, where: null },
    ...fields.flatMap((field) =>
      field.type === 'choice'
        ? field.options.map((option) => ({
            value: `${field.id} ${option}`,
            label: text.whereOption(labelIn(language, field), optionIn(language, field, option)),
            where: { kind: 'one-of' as const, field: field.id, values: [option] },
          }))
        : [],
    ),
  ]
  const chosen = conditions.find(({ where }) => JSON.stringify(where) === JSON.stringify(hint.where))
  const other = hint.where === null ? '' : conditionWords(hint.where, fields, words, language)
  return (
    <li>
      <div className="grid">
        <Input
          label={text.hintWords}
          value={typed}
          wrong={isTried && hint.words.length === 0 ? text.needed : undefined}
          onChange={(event) => {
            setTyped(event.target.value)
            put({ ...hint, words: wordsIn(event.target.value, /[、,，;；]/) })
          }}
        />
        <Choice
          label={text.hintMeasure}
          value={hint.measure === null ? 'each' : `${hint.takes} ${hint.measure}`}
          choices={measures.map(({ value, label }) => [value, label])}
          onChange={(value) => {
            const found = measures.find((each) => each.value === value)
            if (found !== undefined) put({ ...hint, measure: found.measure, takes: found.takes })
          }}
        />
        <Choice
          label={text.hintWhere}
          value={chosen?.value ?? 'other'}
          choices={[
            ...(chosen === undefined ? [['other', other] as const] : []),
            ...conditions.map(({ value, label }) => [value, label] as const),
          ]}
          onChange={(value) => {
            const found = conditions.find((each) => each.value === value)
            if (found !== undefined) put({ ...hint, where: found.where })
          }}
        />
      </div>
      <button type="button" className="button small quiet danger" onClick={() => put(null)}>
        {text.removeHint}
      </button>
    </li>
  )
}
