import { comparators, periodUnits, scopes } from '#core/draft/reading.ts'
import type { Teaching } from '#core/phrase-rule/phrase-rule.ts'
import { teachingKinds } from '#core/phrase-rule/signs.ts'
import type { Register } from '#core/register/register.ts'
import { Field } from '#web/_components/field.tsx'
import { useReadingWords } from '#web/_words/reading/words.ts'
import { Choice } from './choice.tsx'
import { useTeachText } from './use-teach-text.ts'

interface TeachingFieldsProps {
  readonly teaches: Teaching
  readonly registers: ReadonlyMap<string, Register>
  readonly onChange: (teaches: Teaching) => void
}

/** What the phrase means: the kind of thing, then the thing itself. */
export function TeachingFields({ teaches, registers, onChange }: TeachingFieldsProps) {
  const text = useTeachText()
  const words = useReadingWords()
  const register = [...registers.values()][0]
  const kinds = teachingKinds.filter((kind) => kind !== 'register' || register !== undefined)
  return (
    <>
      <Choice
        label={text.teaches}
        value={teaches.kind}
        options={kinds.map((kind) => [kind, text.kind[kind]])}
        onChange={(kind) => onChange(firstOf(kind, register))}
      />
      {teaches.kind === 'unit' ? (
        <Field
          label={text.unit}
          value={teaches.unit}
          maxLength={20}
          required
          onChange={(event) => onChange({ ...teaches, unit: event.target.value })}
        />
      ) : null}
      {teaches.kind === 'rhythm' ? (
        <>
          <Field
            label={text.every}
            type="number"
            min={1}
            max={60}
            value={teaches.period.every}
            onChange={(event) => onChange({ ...teaches, period: { ...teaches.period, every: Math.max(1, Number(event.target.value)) } })}
          />
          <Choice
            label={text.period}
            value={teaches.period.unit}
            options={periodUnits.filter((unit) => unit !== 'once' && unit !== 'none').map((unit) => [unit, words.periodUnit[unit]])}
            onChange={(unit) => onChange({ ...teaches, period: { ...teaches.period, unit } })}
          />
        </>
      ) : null}
      {teaches.kind === 'comparator' ? (
        <Choice
          label={text.comparator}
          value={teaches.comparator}
          options={comparators.filter((each) => each !== 'range').map((each) => [each, words.comparatorLong[each]])}
          onChange={(comparator) => onChange({ ...teaches, comparator })}
        />
      ) : null}
      {teaches.kind === 'scope' ? (
        <>
          <Choice
            label={text.scope}
            value={teaches.scope}
            options={scopes.map((each) => [each, words.scope[each]])}
            onChange={(scope) => onChange({ ...teaches, scope })}
          />
          <Field
            label={text.group}
            value={teaches.group ?? ''}
            maxLength={100}
            onChange={(event) => onChange({ ...teaches, group: event.target.value === '' ? null : event.target.value })}
          />
        </>
      ) : null}
      {teaches.kind === 'org' || teaches.kind === 'leader' ? (
        <Field
          label={text.name}
          value={teaches.name}
          maxLength={100}
          required
          onChange={(event) => onChange({ ...teaches, name: event.target.value })}
        />
      ) : null}
      {teaches.kind === 'register' ? (
        <Choice
          label={text.register}
          value={teaches.register}
          options={[...registers.values()].map(({ id, title }) => [id, title])}
          onChange={(id) => onChange({ ...teaches, register: id })}
        />
      ) : null}
    </>
  )
}

/** What a kind of rule says before a person has said anything. */
function firstOf(kind: Teaching['kind'], register: Register | undefined): Teaching {
  switch (kind) {
    case 'unit':
      return { kind, unit: '次' }
    case 'rhythm':
      return { kind, period: { unit: 'month', every: 1 } }
    case 'comparator':
      return { kind, comparator: '>=' }
    case 'scope':
      return { kind, scope: 'per-member', group: null }
    case 'org':
    case 'leader':
      return { kind, name: '' }
    case 'register':
      return register === undefined ? { kind: 'wording' } : { kind, register: register.id }
    case 'wording':
      return { kind }
  }
}
