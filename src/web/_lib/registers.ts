import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Register } from '#core/register/register.ts'
import { client } from '#web/_lib/client.ts'

/** The registers of the jurisdiction by id; undefined while they are loaded. */
export function useRegisters(): { readonly registers: ReadonlyMap<string, Register> | undefined; readonly error: unknown } {
  const answer = useQuery({ queryKey: ['registers'], queryFn: () => client.register.list(), staleTime: 60_000 })
  const registers = useMemo(
    () =>
      answer.data === undefined ? undefined : new Map<string, Register>(answer.data.registers.map((register) => [register.id, register])),
    [answer.data],
  )
  return { registers, error: answer.error }
}
