import * as z from 'zod'
import { ClosureLevel } from '#core/closure/closure.ts'
import { Nature } from '#core/draft/reading.ts'
import { accept, type Outcome, refuse } from '#core/outcome/outcome.ts'
import { PlanOrigin } from '#core/plan/origin.ts'

const Levels = z.array(ClosureLevel).max(6).readonly()

/** What holds for plans of one origin instead; `nature` null: whatever it is. */
const OriginLevels = z.strictObject({ origin: PlanOrigin, nature: Nature.nullable(), levels: Levels }).readonly()
export type OriginLevels = z.infer<typeof OriginLevels>

/** 审签设置: the levels for each nature, and for plans of some origins others. What was kept before there were any has none. */
export const ClosureLevels = z
  .strictObject({
    [Nature.enum.immediate]: Levels,
    [Nature.enum.staged]: Levels,
    [Nature.enum.standing]: Levels,
    origins: z.array(OriginLevels).max(40).readonly().default([]),
  })
  .readonly()
export type ClosureLevels = z.infer<typeof ClosureLevels>

const usual: readonly ClosureLevel[] = [
  { role: 'verify', post: 'office', accounts: [], mode: 'any' },
  { role: 'approve', post: 'leader', accounts: [], mode: 'any' },
]

/** What holds until the office says otherwise: the office verifies, a leader approves. */
export const usualLevels: ClosureLevels = { immediate: usual, staged: usual, standing: usual, origins: [] }

/** Every way a closure may go. */
export function waysOf({ immediate, staged, standing, origins }: ClosureLevels): readonly (readonly ClosureLevel[])[] {
  return [immediate, staged, standing, ...origins.map(({ levels }) => levels)]
}

/** Whether closures may go so: the first level verifies, the last approves, 会签 names at least two, and nothing is said twice. */
export function acceptLevels(levels: ClosureLevels): Outcome<ClosureLevels, 'verify-then-approve' | 'all-needs-names' | 'origin-twice'> {
  const ways = waysOf(levels)
  if (ways.some((way) => way.length < 2 || way[0]?.role !== 'verify' || way.at(-1)?.role !== 'approve'))
    return refuse('verify-then-approve')
  if (ways.some((way) => way.some(({ mode, accounts }) => mode === 'all' && accounts.length < 2))) return refuse('all-needs-names')
  const said = new Set(levels.origins.map(({ origin, nature }) => `${origin} ${nature ?? ''}`))
  return said.size < levels.origins.length ? refuse('origin-twice') : accept(levels)
}

/** What the levels of a commitment are looked up by: its nature (none: as a staged one), and whence its plan came. */
export interface LevelsKey {
  readonly nature: Nature | null
  readonly origin: PlanOrigin | null
}

/** The levels for a commitment, the most specific that are set: of origin and nature, of the origin, of the nature. */
export function levelsFor(levels: ClosureLevels, key: LevelsKey): readonly ClosureLevel[] {
  const nature = key.nature ?? 'staged'
  const own = levels.origins.filter(({ origin }) => origin === key.origin)
  const found = own.find((each) => each.nature === nature) ?? own.find((each) => each.nature === null)
  return found?.levels ?? levels[nature]
}
