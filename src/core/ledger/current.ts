import type { Day } from '#core/day/day.ts'
import type { Occurrence } from '#core/occurrence/occurrence.ts'
import type { Rhythm } from '#core/period/rhythm.ts'

type Placed = Pick<Occurrence, 'subject' | 'period'>

/**
 * The occurrences that a row of the ledger is about, as of a day.
 * - `every`: those of the period begun last, also when it is over and no other follows.
 * - `once`: of each subject the stage that is due next; where all are past, the last.
 * - `within`: the events of the day's year, and earlier ones whose limit has not run out.
 * - Before anything has begun: those that begin first.
 */
export function currentOf<Each extends Placed>(rhythm: Pick<Rhythm, 'kind'>, occurrences: readonly Each[], asOf: Day): readonly Each[] {
  const begun = occurrences.filter(({ period }) => period.from <= asOf)
  if (begun.length === 0) return ofPeriod(occurrences, (a, b) => a < b)
  switch (rhythm.kind) {
    case 'every':
      return ofPeriod(begun, (a, b) => a > b)
    case 'once':
      return [...Map.groupBy(begun, ({ subject }) => subject).values()].map((stages) => stageOf(stages, asOf))
    case 'within': {
      const year = asOf.slice(0, 4)
      const current = begun.filter(({ period: { from, to } }) => from.startsWith(year) || to === null || to >= asOf)
      return current.length > 0 ? current : ofPeriod(begun, (a, b) => a > b)
    }
  }
}

/** Those of the period that comes before all others in an order of first days. */
function ofPeriod<Each extends Placed>(some: readonly Each[], isBefore: (a: Day, b: Day) => boolean): readonly Each[] {
  let found: Day | null = null
  for (const { period } of some) if (found === null || isBefore(period.from, found)) found = period.from
  return some.filter(({ period }) => period.from === found)
}

function stageOf<Each extends Placed>(stages: readonly Each[], asOf: Day): Each {
  const [first, ...others] = stages
  if (first === undefined) throw new Error('a subject without a stage')
  return others.reduce((best, stage) => (isRather(stage.period.to, best.period.to, asOf) ? stage : best), first)
}

/** Whether one last day (null: none) comes rather than another: what is due next, else what was due last. */
function isRather(day: Day | null, other: Day | null, asOf: Day): boolean {
  const isToCome = day === null || day >= asOf
  const isOtherToCome = other === null || other >= asOf
  if (isToCome !== isOtherToCome) return isToCome
  if (day === null || other === null) return other === null && day !== null
  return isToCome ? day < other : day > other
}
