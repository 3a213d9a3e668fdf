import * as z from 'zod'
import { ClosureLevel } from '#core/closure/closure.ts'
import { Nature } from '#core/draft/reading.ts'
import { accept, type Outcome, refuse } from '#core/outcome/outcome.ts'

/** 审签设置: the levels for each nature. */
const Levels = z.array(ClosureLevel).max(6).readonly()

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

/** Whether closures may go this way: the first level verifies, the last approves, and 会签 names at least two. */
export function acceptLevels(levels: ClosureLevels): Outcome<ClosureLevels, 'verify-then-approve' | 'all-needs-names'> {
  const ways = [levels.immediate, levels.staged, levels.standing]
  if (ways.some((way) => way.length < 2 || way[0]?.role !== 'verify' || way.at(-1)?.role !== 'approve'))
    return refuse('verify-then-approve')
  return ways.some((way) => way.some(({ mode, accounts }) => mode === 'all' && accounts.length < 2))
    ? refuse('all-needs-names')
    : accept(levels)
}

/** The levels for a commitment; without a nature those of a staged one. */
export function levelsFor(levels: ClosureLevels, nature: Nature | null): readonly ClosureLevel[] {
  return levels[nature ?? 'staged']
}
