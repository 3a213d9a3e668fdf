import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { client } from '#web/_lib/client.ts'
import { useFormText } from '../use-text.ts'
import { Combobox } from './combobox.tsx'

interface CommitmentInputProps {
  readonly id: string
  readonly describedBy: string
  readonly isWrong: boolean
  /** The ids of the commitments. */
  readonly value: readonly string[]
  readonly names: Readonly<Record<string, string>>
  readonly onChange: (value: readonly string[], names: Readonly<Record<string, string>>) => void
}

const MOST_OFFERED = 8
/** What is typed like the ref of a commitment: 3-2-1, 四-1. */
const LIKE_A_REF = /^[\d一二三四五六七八九十]+(?:-[\d一二三四五六七八九十]*)*$/

/** Commitments of the ledger, found by their number or their words. */
export function CommitmentInput({ id, describedBy, isWrong, value, names, onChange }: CommitmentInputProps) {
  const words = useFormText()
  const [text, setText] = useState('')
  const sought = useDeferredValue(text.trim())
  const found = useQuery({
    queryKey: ['ledger', 'linkable', sought],
    queryFn: () => client.ledger.window({ view: viewOf(sought), offset: 0, limit: MOST_OFFERED }),
    placeholderData: keepPreviousData,
  })
  return (
    <Combobox
      id={id}
      describedBy={describedBy}
      isWrong={isWrong}
      placeholder={words.findCommitment}
      chosen={value.map((key) => ({ key, name: names[`commitment:${key}`] ?? '…' }))}
      isMany
      text={text}
      onText={setText}
      options={
        found.data?.rows
          .filter((row) => !value.includes(row.id))
          .map((row) => ({ key: row.id, name: `${row.ref} ${row.sentence}`, more: '', kind: '' })) ?? null
      }
      onChoose={({ key, name }) => onChange([...value, key], { [`commitment:${key}`]: name })}
      onRemove={(key) =>
        onChange(
          value.filter((each) => each !== key),
          {},
        )
      }
    />
  )
}

function viewOf(sought: string): Parameters<typeof client.ledger.window>[0]['view'] {
  const column = LIKE_A_REF.test(sought) ? 'ref' : 'sentence'
  return { plan: null, filters: sought === '' ? [] : [{ kind: 'contains', column, text: sought }], sort: [], groupBy: null }
}
