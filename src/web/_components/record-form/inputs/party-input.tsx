import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import type { Party } from '#core/roster/party.ts'
import { client } from '#web/_lib/client.ts'
import { useFormText } from '../use-text.ts'
import { Combobox, type Option } from './combobox.tsx'

type Kind = 'person' | 'post' | 'org' | 'group'

interface PartyInputProps {
  readonly id: string
  readonly describedBy: string
  readonly isWrong: boolean
  readonly kinds: readonly Kind[]
  readonly isMany: boolean
  /** The day whose roster is searched. */
  readonly on: string
  readonly value: readonly Party[]
  readonly names: Readonly<Record<string, string>>
  readonly onChange: (value: readonly Party[], names: Readonly<Record<string, string>>) => void
  readonly placeholder?: string
}

/** People, posts and units by a part of their name, as they were on the day; a group stands for all its members of that day. */
export function PartyInput({ id, describedBy, isWrong, kinds, isMany, on, value, names, onChange, placeholder }: PartyInputProps) {
  const words = useFormText()
  const [text, setText] = useState('')
  const sought = useDeferredValue(text.trim())
  const asked = isMany ? kinds : kinds.filter((kind) => kind !== 'group')
  const found = useQuery({
    queryKey: ['parties', sought, asked, on],
    queryFn: () => client.record.parties({ text: sought, kinds: [...asked], on }),
    enabled: on !== '' && (sought !== '' || asked.includes('group')),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
  const keyed = value.map((party) => ({ key: keyOf(party), name: names[keyOf(party)] ?? '…' }))
  const options = found.data?.items.map(({ kind, id: party, name, more }): Option => ({
    key: `${kind}:${party}`,
    name: kind === 'group' ? words.all(name) : name,
    more,
    kind: words.kinds[kind],
  }))
  const add = (parties: readonly Party[], more: Readonly<Record<string, string>>): void => {
    const known = new Set(value.map(keyOf))
    onChange([...(isMany ? value : []), ...parties.filter((party) => !known.has(keyOf(party)))], more)
  }
  const choose = async ({ key, name }: Option): Promise<void> => {
    const [kind, party = ''] = key.split(':')
    if (kind === 'person' || kind === 'post' || kind === 'org') return add([{ kind, id: party }], { [key]: name })
    const members = await client.record.members({ group: party, on })
    add(
      members.parties.filter((each) => kinds.includes(each.kind)),
      members.names,
    )
  }
  return (
    <Combobox
      id={id}
      describedBy={describedBy}
      isWrong={isWrong}
      placeholder={placeholder ?? words.find}
      chosen={keyed}
      isMany={isMany}
      text={text}
      onText={setText}
      options={found.isPending && found.isFetching ? null : (options ?? [])}
      onChoose={(option) => void choose(option)}
      onRemove={(key) =>
        onChange(
          value.filter((party) => keyOf(party) !== key),
          {},
        )
      }
    />
  )
}

function keyOf({ kind, id }: Party): string {
  return `${kind}:${id}`
}
