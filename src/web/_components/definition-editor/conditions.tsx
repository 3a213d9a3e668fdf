import type { Condition } from '#core/counting/condition.ts'
import type { Field } from '#core/register/field.ts'
import type { Register } from '#core/register/register.ts'
import { conditionWords, fieldWords, type Lookup } from '#web/_words/definition/words.ts'
import { type ConditionLine, conditionOf, isDecimal, type Leaf, leafFor, linesOf, replaced } from './edits.ts'
import type { Ground } from './ground.ts'
import { PopulationPick } from './population-pick.tsx'
import { useEditorText } from './use-text.ts'

interface ConditionsProps {
  readonly where: Condition | null
  readonly register: Register
  readonly ground: Ground
  readonly look: Lookup
  readonly onChange: (where: Condition | null) => void
}

/** The conditions on the records of one register, built from its fields: all must hold. */
export function Conditions({ where, register, ground, look, onChange }: ConditionsProps) {
  const text = useEditorText()
  const lines = linesOf(where)
  const change = (at: number, line: ConditionLine | null): void => onChange(conditionOf(replaced(lines, at, line)))
  return (
    <ul className="conditions">
      {lines.map((line, index) => (
        // lines have no names of their own: their place is what tells them apart
        <li key={`${register.id} ${String(index)}`}>
          {line.kind === 'whole' ? (
            <span title={text.complex}>{conditionWords(line.of, register, look)}</span>
          ) : (
            <LeafLine line={line} register={register} ground={ground} look={look} onChange={(next) => change(index, next)} />
          )}
          <button type="button" className="button small quiet" onClick={() => change(index, null)}>
            {text.remove}
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          className="button small"
          disabled={register.fields.length === 0}
          onClick={() => {
            const [field] = register.fields.toSorted((a, b) => Number(b.type === 'choice') - Number(a.type === 'choice'))
            if (field !== undefined) onChange(conditionOf([...lines, { kind: 'leaf', leaf: leafFor(field), isNot: false }]))
          }}
        >
          {text.addCondition}
        </button>
      </li>
    </ul>
  )
}

interface LeafLineProps extends Omit<ConditionsProps, 'where' | 'onChange'> {
  readonly line: Extract<ConditionLine, { kind: 'leaf' }>
  readonly onChange: (line: ConditionLine) => void
}

function LeafLine({ line, register, ground, look, onChange }: LeafLineProps) {
  const text = useEditorText()
  const { leaf, isNot } = line
  const field = register.fields.find(({ id }) => id === leaf.field)
  const set = (next: Leaf): void => onChange({ ...line, leaf: next })
  return (
    <>
      <select
        className="input"
        aria-label={text.field}
        value={leaf.field}
        onChange={(event) => {
          const next = register.fields.find(({ id }) => id === event.target.value)
          if (next !== undefined) set(leafFor(next))
        }}
      >
        {register.fields.map(({ id }) => (
          <option key={id} value={id}>
            {fieldWords(id, [register], look.language)}
          </option>
        ))}
      </select>
      <select
        className="input short"
        aria-label={text.is}
        value={isNot ? 'not' : 'is'}
        onChange={(event) => onChange({ ...line, isNot: event.target.value === 'not' })}
      >
        <option value="is">{text.is}</option>
        <option value="not">{text.not}</option>
      </select>
      {field === undefined ? null : <Value leaf={leaf} field={field} ground={ground} onChange={set} />}
    </>
  )
}

interface ValueProps {
  readonly leaf: Leaf
  readonly field: Field
  readonly ground: Ground
  readonly onChange: (leaf: Leaf) => void
}

function Value({ leaf, field, ground, onChange }: ValueProps) {
  const text = useEditorText()
  switch (leaf.kind) {
    case 'one-of':
      return field.type === 'choice' ? (
        <span className="options">
          {field.options.map((option) => (
            <label key={option} className="tick" lang="zh-CN">
              <input
                type="checkbox"
                checked={leaf.values.includes(option)}
                onChange={(event) => {
                  const values = field.options.filter((each) => (each === option ? event.target.checked : leaf.values.includes(each)))
                  if (values.length > 0) onChange({ ...leaf, values })
                }}
              />
              {option}
            </label>
          ))}
        </span>
      ) : (
        <input
          className="input"
          aria-label={text.oneOfHint}
          placeholder={text.oneOfHint}
          value={leaf.values.join('、')}
          onChange={(event) => onChange({ ...leaf, values: event.target.value.split('、') })}
        />
      )
    case 'yes':
      return (
        <select
          className="input short"
          aria-label={text.is}
          value={leaf.value ? 'yes' : 'no'}
          onChange={(event) => onChange({ ...leaf, value: event.target.value === 'yes' })}
        >
          <option value="yes">{text.yes}</option>
          <option value="no">{text.no}</option>
        </select>
      )
    case 'number':
      return (
        <>
          <select
            className="input short"
            aria-label={text.operator.number}
            value={leaf.comparator}
            onChange={(event) => {
              const comparator = COMPARATORS.find((each) => each === event.target.value)
              if (comparator !== undefined) onChange({ ...leaf, comparator })
            }}
          >
            {COMPARATORS.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
          <input
            className="input short"
            inputMode="decimal"
            aria-label={text.operator.number}
            defaultValue={leaf.value}
            onChange={(event) => isDecimal(event.target.value) && onChange({ ...leaf, value: event.target.value })}
          />
        </>
      )
    case 'covers':
      return (
        <PopulationPick
          label={text.operator.covers}
          value={leaf.population}
          ground={ground}
          onChange={(population) => onChange({ ...leaf, population })}
        />
      )
    case 'filled':
    case 'day':
      return (
        <span className="options">
          {text.operator.filled}
          {field.type === 'people' || field.type === 'orgs' ? (
            <PopulationPick
              label={text.operator.covers}
              value={null}
              ground={ground}
              onChange={(population) => onChange({ kind: 'covers', field: leaf.field, population })}
            />
          ) : null}
        </span>
      )
  }
}

const COMPARATORS = ['>=', '<=', '=', '>', '<'] as const
