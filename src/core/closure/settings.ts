import * as z from 'zod'
import { ClosureLevel } from '#core/closure/closure.ts'
import { Nature } from '#core/draft/reading.ts'

/** 审签设置: the levels for each nature. At least one verifies and the last approves; 会签 names at least two. */
const Levels = z
  .array(ClosureLevel)
  .min(2)
  .max(6)
  .readonly()
  .refine((levels) => levels[0]?.role === 'verify' && levels.at(-1)?.role === 'approve', 'verify-then-approve')
  .refine((levels) => levels.every(({ mode, accounts }) => mode === 'any' || accounts.length >= 2), 'all-needs-names')

export const ClosureLevels = z
  .strictObject({ [Nature.enum.immediate]: Levels, [Nature.enum.staged]: Levels, [Nature.enum.standing]: Levels })
  .readonly()
export type ClosureLevels = z.infer<typeof ClosureLevels>

const usual: readonly ClosureLevel[] = [
  { role: 'verify', post: 'office', accounts: [], mode: 'any' },
  { role: 'approve', post: 'leader', accounts: [], mode: 'any' },
]

/** What holds until the office says otherwise: the office verifies, a leader approves. */
export const usualLevels: ClosureLevels = { immediate: usual, staged: usual, standing: usual }

/** The levels for a commitment; without a nature those of a staged one. */
export function levelsFor(levels: ClosureLevels, nature: Nature | null): readonly ClosureLevel[] {
  return levels[nature ?? 'staged']
}
