import type { Day } from '#core/day/day.ts'
import type { Standing } from '#core/ledger/standing.ts'
import type { Light } from '#core/light/light.ts'

const SETTLED: ReadonlySet<Light> = new Set(['done', 'waived', 'undetermined'])

/** The light when a day is over: the last day of what ended with it has passed, so what is not done by then is overdue. */
export function lightAtEnd({ light, to }: Pick<Standing, 'light' | 'to'>, day: Day): Light {
  return !SETTLED.has(light) && to !== null && to <= day ? 'overdue' : light
}
