import type { Counting } from '#core/counting/counting.ts'
import type { Field, FieldId } from '#core/register/field.ts'
import type { Measure, SimpleMeasure } from '#core/target/measure.ts'
import { fieldWords, type Lookup } from '#web/_words/definition/words.ts'
import { countingOf, fieldsOf, isDecimal } from './edits.ts'
import type { Ground } from './ground.ts'
import { Part, Pick } from './parts.tsx'
import { PopulationPick } from './population-pick.tsx'
import { SourceFields } from './source-fields.tsx'
import { useEditorText } from './use-text.ts'

interface MeasureFieldsProps {
  readonly measure: Measure | null
  readonly counting: Counting
  readonly ground: Ground
  readonly look: Lookup
  readonly onChange: (measure: Measure | null) => void
}

const SIMPLE = ['count', 'days', 'sum', 'distinct', 'latest'] as const satisfies readonly SimpleMeasure['kind'][]
const KINDS = ['implied', ...SIMPLE, 'ratio', 'coverage', 'change'] as const

/** What is measured of the records that count. */
export function MeasureFields({ measure, counting, ground, look, onChange }: MeasureFieldsProps) {
  const text = useEditorText()
  const make = (kind: (typeof KINDS)[number]): Measure | null => {
    const simple = firstOf(kind === 'change' ? 'latest' : 'count', counting, ground) ?? COUNT
    switch (kind) {
      case 'implied':
        return null
      case 'ratio':
        return { kind, numerator: { measure: COUNT, counting: null }, denominator: { measure: COUNT, counting: wider(counting) } }
      case 'coverage': {
        const [group] = ground.organisation.groups
        const [field] = fieldsOf(counting.sources, ground.registers, ['people', 'orgs'])
        return group === undefined ? null : { kind, field: field?.id ?? null, population: { kind: 'group', group: group.id } }
      }
      case 'change':
        return { kind, direction: 'decrease', of: simple, base: { kind: 'previous' } }
      case 'count':
      case 'days':
      case 'sum':
      case 'distinct':
      case 'latest':
        return firstOf(kind, counting, ground)
    }
  }
  return (
    <>
      <Pick
        label={text.measure}
        value={measure === null ? 'implied' : measure.kind}
        options={KINDS.filter((kind) => kind === 'implied' || make(kind) !== null).map((kind) => ({
          value: kind,
          label: text.measureKind[kind],
        }))}
        onChange={(chosen) => {
          const kind = KINDS.find((each) => each === chosen)
          if (kind !== undefined) onChange(make(kind))
        }}
      />
      {measure === null ? null : <Inner measure={measure} counting={counting} ground={ground} look={look} onChange={onChange} />}
    </>
  )
}

const COUNT: SimpleMeasure = { kind: 'count' }

/** All records of the same registers. */
function wider(counting: Counting): Counting {
  return {
    ...counting,
    sources: counting.sources.map((source) => ({ ...source, where: null })),
    completion: null,
    within: null,
    before: null,
  }
}

const TYPES: Readonly<Record<'sum' | 'distinct' | 'latest', readonly Field['type'][]>> = {
  sum: ['number', 'decimal'],
  latest: ['number', 'decimal'],
  distinct: ['choice', 'text', 'record', 'people', 'orgs'],
}

function firstOf(kind: SimpleMeasure['kind'], { sources }: Counting, { registers }: Ground): SimpleMeasure | null {
  if (kind === 'count' || kind === 'days' || kind === 'achieved') return { kind }
  const [field] = fieldsOf(sources, registers, TYPES[kind])
  return field === undefined ? null : { kind, field: field.id }
}

interface InnerProps extends Omit<MeasureFieldsProps, 'measure'> {
  readonly measure: Measure
}

function Inner({ measure, counting, ground, look, onChange }: InnerProps) {
  const text = useEditorText()
  switch (measure.kind) {
    case 'count':
    case 'achieved':
    case 'days':
      return null
    case 'sum':
    case 'distinct':
    case 'latest':
      return <FieldOf measure={measure} counting={counting} ground={ground} look={look} onChange={onChange} />
    case 'coverage':
      return (
        <>
          <PopulationPick
            label={text.whom}
            value={measure.population}
            ground={ground}
            onChange={(population) => onChange({ ...measure, population })}
          />
          <Pick
            label={text.withField}
            value={measure.field ?? ''}
            empty={text.itself}
            options={fieldsOf(counting.sources, ground.registers, ['people', 'orgs']).map(({ id }) => ({
              value: id,
              label: fieldWords(id, ground.registers, look.language),
            }))}
            onChange={(chosen) => onChange({ ...measure, field: idOf(counting, ground, chosen) })}
          />
        </>
      )
    case 'ratio':
      return <Ratio measure={measure} counting={counting} ground={ground} look={look} onChange={onChange} />
    case 'change':
      return <Change measure={measure} counting={counting} ground={ground} look={look} onChange={onChange} />
  }
}

function idOf({ sources }: Counting, { registers }: Ground, chosen: string): FieldId | null {
  return (
    fieldsOf(sources, registers, ['people', 'orgs', 'number', 'decimal', 'choice', 'text', 'record']).find(({ id }) => id === chosen)?.id ??
    null
  )
}

interface SimpleProps<Kind extends Measure['kind']> extends Omit<InnerProps, 'measure' | 'onChange'> {
  readonly measure: Extract<Measure, { kind: Kind }>
  readonly onChange: (measure: Measure) => void
}

function FieldOf({ measure, counting, ground, look, onChange }: SimpleProps<'sum' | 'distinct' | 'latest'>) {
  const text = useEditorText()
  return (
    <Pick
      label={text.field}
      value={measure.field}
      options={fieldsOf(counting.sources, ground.registers, TYPES[measure.kind]).map(({ id }) => ({
        value: id,
        label: fieldWords(id, ground.registers, look.language),
      }))}
      onChange={(chosen) => {
        const field = idOf(counting, ground, chosen)
        if (field !== null) onChange({ ...measure, field })
      }}
    />
  )
}

interface SideProps extends Omit<InnerProps, 'measure' | 'onChange'> {
  readonly label: string
  readonly measure: SimpleMeasure
  readonly onChange: (measure: SimpleMeasure) => void
}

/** What is measured of one side. */
function Side({ label, measure, counting, ground, look, onChange }: SideProps) {
  const text = useEditorText()
  return (
    <>
      <Pick
        label={label}
        value={measure.kind}
        options={SIMPLE.filter((kind) => firstOf(kind, counting, ground) !== null).map((kind) => ({
          value: kind,
          label: text.measureKind[kind],
        }))}
        onChange={(chosen) => {
          const kind = SIMPLE.find((each) => each === chosen)
          const next = kind === undefined ? null : firstOf(kind, counting, ground)
          if (next !== null) onChange(next)
        }}
      />
      {measure.kind === 'sum' || measure.kind === 'distinct' || measure.kind === 'latest' ? (
        <FieldOf
          measure={measure}
          counting={counting}
          ground={ground}
          look={look}
          onChange={(next) => (next.kind === 'sum' || next.kind === 'distinct' || next.kind === 'latest' ? onChange(next) : undefined)}
        />
      ) : null}
    </>
  )
}

function Ratio({ measure, counting, ground, look, onChange }: SimpleProps<'ratio'>) {
  const text = useEditorText()
  const { numerator, denominator } = measure
  const below = denominator.counting ?? counting
  return (
    <>
      <Side
        label={text.numerator}
        measure={numerator.measure}
        counting={counting}
        ground={ground}
        look={look}
        onChange={(next) => onChange({ ...measure, numerator: { ...numerator, measure: next } })}
      />
      <Part title={text.denominator}>
        <SourceFields
          label={text.register}
          source={below.sources[0] ?? null}
          ground={ground}
          look={look}
          onChange={(source) => {
            const register = ground.registers.find(({ id }) => id === source.register)
            if (register === undefined) return
            const next = { ...countingOf(register), since: below.since, sources: [source] }
            const isOther = below.sources[0]?.register !== source.register
            onChange({ ...measure, denominator: { measure: isOther ? COUNT : denominator.measure, counting: next } })
          }}
        />
        <Side
          label={text.measure}
          measure={denominator.measure}
          counting={below}
          ground={ground}
          look={look}
          onChange={(next) => onChange({ ...measure, denominator: { ...denominator, measure: next } })}
        />
      </Part>
    </>
  )
}

function Change({ measure, counting, ground, look, onChange }: SimpleProps<'change'>) {
  const text = useEditorText()
  const { base } = measure
  return (
    <>
      <Side
        label={text.measure}
        measure={measure.of}
        counting={counting}
        ground={ground}
        look={look}
        onChange={(of) => onChange({ ...measure, of })}
      />
      <Pick
        label={text.base}
        value={base.kind}
        options={(['previous', 'year'] as const).map((kind) => ({ value: kind, label: text.baseKind[kind] }))}
        onChange={(kind) =>
          onChange({ ...measure, base: kind === 'year' ? { kind: 'year', year: new Date().getFullYear() - 1 } : { kind: 'previous' } })
        }
      />
      {base.kind === 'year' ? (
        <input
          className="input short"
          type="number"
          min={1990}
          max={2200}
          aria-label={text.baseKind.year}
          value={base.year}
          onChange={(event) => onChange({ ...measure, base: { kind: 'year', year: Math.trunc(Number(event.target.value)) } })}
        />
      ) : null}
      {base.kind === 'value' ? (
        <input
          className="input short"
          aria-label={text.baseKind.value}
          defaultValue={base.value}
          onChange={(event) =>
            isDecimal(event.target.value) && onChange({ ...measure, base: { kind: 'value', value: event.target.value } })
          }
        />
      ) : null}
    </>
  )
}
