import type { Register } from '#core/register/register.ts'

type Kept = Pick<Register, 'sensitivity' | 'readBy' | 'filledBy' | 'keptMonths'>

/**
 * Whether a changed definition still keeps what is about single persons as its former did: for the same posts or fewer, no longer, and not as work that
 * everybody reads. Who runs the ledger changes words and fields, never who may look.
 */
export function keepsPersonal(before: Kept, after: Kept): boolean {
  if (before.sensitivity !== 'personal') return after.sensitivity !== 'personal'
  const isNoLonger = before.keptMonths === null || (after.keptMonths !== null && after.keptMonths <= before.keptMonths)
  return (
    after.sensitivity === 'personal' && isNoLonger && isWithin(after.readBy, before.readBy) && isWithin(after.filledBy, before.filledBy)
  )
}

function isWithin(names: readonly string[], former: readonly string[]): boolean {
  return names.every((name) => former.includes(name))
}
