import { useQuery } from '@tanstack/react-query'
import type { Organisation } from '#core/org/organisation.ts'
import type { Register } from '#core/register/register.ts'
import { client } from '#web/_lib/client.ts'
import { useLanguage } from '#web/_lib/language.ts'
import { useDefinitionText } from '#web/_words/definition/use-words.ts'
import type { Lookup } from '#web/_words/definition/words.ts'

/** What definitions are made of: the registers and the organisation as they stand today. Null while they load. */
export interface Ground {
  readonly registers: readonly Register[]
  readonly organisation: Organisation
}

export function useGround(): Ground | null {
  const registers = useQuery({ queryKey: ['registers'], queryFn: () => client.register.list(), staleTime: 60_000 })
  const organisation = useQuery({ queryKey: ['organisation', 'today'], queryFn: () => client.organisation.get({}), staleTime: 60_000 })
  if (registers.data === undefined || organisation.data === undefined) return null
  return { registers: registers.data.registers, organisation: organisation.data.organisation }
}

/** Looks names up in the ground; `refs`: those of the plan's commitments. */
export function useLookup(ground: Ground, refs: ReadonlyMap<string, string>): Lookup {
  const language = useLanguage()
  const text = useDefinitionText()
  const { organisation, registers } = ground
  const names = new Map<string, string>([
    ...organisation.groups.map(({ id, name }) => [`group:${id}`, name] as const),
    ...organisation.terms.map(({ org, name }) => [`org:${org}`, name] as const),
    ...organisation.people.map(({ id, name }) => [`person:${id}`, name] as const),
    ...organisation.posts.map(({ id, title }) => [`post:${id}`, title] as const),
  ])
  const byId = new Map(registers.map((register) => [register.id, register]))
  return {
    language,
    text,
    register: (id) => byId.get(id),
    name: (key) => names.get(key) ?? '—',
    ref: (id) => refs.get(id) ?? '—',
  }
}
