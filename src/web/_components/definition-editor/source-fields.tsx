import type { Source } from '#core/counting/condition.ts'
import type { Register } from '#core/register/register.ts'
import { type Lookup, titleOf } from '#web/_words/definition/words.ts'
import { Conditions } from './conditions.tsx'
import type { Ground } from './ground.ts'
import { Pick } from './parts.tsx'
import { useEditorText } from './use-text.ts'

interface SourceFieldsProps {
  readonly label: string
  readonly source: Source | null
  readonly ground: Ground
  readonly look: Lookup
  readonly onChange: (source: Source) => void
}

/** A register and the conditions on its records. */
export function SourceFields({ label, source, ground, look, onChange }: SourceFieldsProps) {
  const text = useEditorText()
  const register = ground.registers.find(({ id }) => id === source?.register)
  return (
    <div className="source">
      <Pick
        label={label}
        empty={text.choose}
        value={source?.register ?? ''}
        options={ground.registers.map((each) => ({ value: each.id, label: titleOf(each, each.id, look.language) }))}
        onChange={(id) => {
          const chosen = find(ground.registers, id)
          if (chosen !== undefined) onChange({ register: chosen.id, where: null })
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
    </div>
  )
}

function find(registers: readonly Register[], id: string): Register | undefined {
  return registers.find((each) => each.id === id)
}
