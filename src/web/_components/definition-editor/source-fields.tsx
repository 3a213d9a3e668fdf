import type { CountedSource } from '#core/counting/condition.ts'
import type { FieldId } from '#core/register/field.ts'
import type { Register } from '#core/register/register.ts'
import { type Lookup, titleOf } from '#web/_words/definition/words.ts'
import { Conditions } from './conditions.tsx'
import type { Ground } from './ground.ts'
import { Pick, Tick } from './parts.tsx'
import { useEditorText } from './use-text.ts'

interface SourceFieldsProps {
  readonly label: string
  readonly source: CountedSource | null
  /** Whether it may be asked that a record names the commitment itself. */
  readonly mayLink?: boolean
  readonly ground: Ground
  readonly look: Lookup
  readonly onChange: (source: CountedSource) => void
}

/** A register and the conditions on its records. */
export function SourceFields({ label, source, mayLink = false, ground, look, onChange }: SourceFieldsProps) {
  const text = useEditorText()
  const register = ground.registers.find(({ id }) => id === source?.register)
  const link = register === undefined || !mayLink ? undefined : linkIn(register)
  return (
    <div className="source">
      <Pick
        label={label}
        empty={text.choose}
        value={source?.register ?? ''}
        options={ground.registers.map((each) => ({ value: each.id, label: titleOf(each, each.id, look.language) }))}
        onChange={(id) => {
          const chosen = find(ground.registers, id)
          const named = chosen === undefined || !mayLink ? undefined : linkIn(chosen)
          if (chosen !== undefined) onChange({ register: chosen.id, where: null, ...(named === undefined ? {} : { link: named }) })
        }}
      />
      {source === null || register === undefined ? null : (
        <Conditions
          where={source.where}
          register={register}
          ground={ground}
          look={look}
          onChange={(where) => onChange({ ...source, where })}
        />
      )}
      {source === null || link === undefined ? null : (
        <Tick
          label={text.linked}
          value={source.link !== undefined}
          onChange={(isOn) => onChange({ register: source.register, where: source.where, ...(isOn ? { link } : {}) })}
        />
      )}
    </div>
  )
}

function find(registers: readonly Register[], id: string): Register | undefined {
  return registers.find((each) => each.id === id)
}

/** The field by which records of a register name the commitments they were done for. */
function linkIn({ fields }: Register): FieldId | undefined {
  return fields.find(({ type, isRetired }) => type === 'commitments' && !isRetired)?.id
}
