import type { Pack } from '#core/pack/pack.ts'
import type { RegisterId } from '#core/register/field.ts'
import type { Register } from '#core/register/register.ts'

/** The registers of every pack by their id; of two with one id the first pack's. */
export function registersById(packs: readonly Pack[]): ReadonlyMap<RegisterId, Register> {
  return new Map(packs.toReversed().flatMap(({ registers }) => registers.map((register) => [register.id, register] as const)))
}
