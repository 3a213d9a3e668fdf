import type { Edit } from '#core/org/edit.ts'
import type { SheetImport } from '#core/org/import-sheet.ts'
import type { Outcome } from '#core/outcome/outcome.ts'
import { accept, refuse } from '#core/outcome/outcome.ts'

/** Whether a sheet may be applied: once, without a fault, and with something to do. */
export function acceptImport(
  { edit, steps, faults }: SheetImport,
  isApplied: boolean,
): Outcome<Edit, 'already-applied' | 'has-faults' | 'nothing-changed'> {
  if (isApplied) return refuse('already-applied')
  if (faults.length > 0) return refuse('has-faults', { count: String(faults.length) })
  return steps.every(({ act }) => act === 'same') ? refuse('nothing-changed') : accept(edit)
}
