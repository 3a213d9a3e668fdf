import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import type { RegisterId } from '#core/register/field.ts'
import { client } from '#web/_lib/client.ts'
import { useFormText } from '../use-text.ts'
import { Combobox } from './combobox.tsx'

interface RecordInputProps {
  readonly id: string
  readonly describedBy: string
  readonly isWrong: boolean
  readonly register: RegisterId
  /** The id of the record; empty: none. */
  readonly value: string
  readonly names: Readonly<Record<string, string>>
  readonly onChange: (value: string, names: Readonly<Record<string, string>>) => void
}

const MOST_OFFERED = 8

/** Another record, found by its words; the latest ones at first. */
export function RecordInput({ id, describedBy, isWrong, register, value, names, onChange }: RecordInputProps) {
  const words = useFormText()
  const [text, setText] = useState('')
  const sought = useDeferredValue(text.trim())
  const found = useQuery({
    queryKey: ['linkable', register, sought],
    queryFn: async () => {
      const { rows } = await client.record.window({ register, text: sought, offset: 0, limit: MOST_OFFERED })
      const named = await client.record.names({ keys: rows.map((row) => `record:${row.id}`) })
      return rows.map((row) => ({ id: row.id, name: named.names[`record:${row.id}`] ?? row.occurredOn.to }))
    },
    placeholderData: keepPreviousData,
  })
  return (
    <Combobox
      id={id}
      describedBy={describedBy}
      isWrong={isWrong}
      placeholder={words.findRecord}
      chosen={value === '' ? [] : [{ key: value, name: names[`record:${value}`] ?? '…' }]}
      isMany={false}
      text={text}
      onText={setText}
      options={found.data?.map((row) => ({ key: row.id, name: row.name, more: '', kind: '' })) ?? null}
      onChoose={({ key, name }) => onChange(key, { [`record:${key}`]: name })}
      onRemove={() => onChange('', {})}
    />
  )
}
