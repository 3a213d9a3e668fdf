import * as z from 'zod'
import { gravest } from '#core/light/gravest.ts'
import { type Light, Light as LightSchema } from '#core/light/light.ts'

/** How many rows of one unit, aspect or leading post show which light. `name` '': none is named. `none`: rows that do not compute. */
export const LedgerCount = z
  .object({
    name: z.string(),
    /** The plan of an aspect; null for units and leaders. */
    plan: z.uuid().nullable(),
    rows: z.number().int(),
    lights: z.partialRecord(LightSchema, z.number().int()).readonly(),
    none: z.number().int(),
    /** Rows with earlier periods that were not met. */
    arrears: z.number().int(),
  })
  .readonly()
export type LedgerCount = z.infer<typeof LedgerCount>

/** Counts of groups, and of all rows once each (a row may name several units). */
export const LedgerCounts = z.object({ groups: z.array(LedgerCount).readonly(), all: LedgerCount }).readonly()
export type LedgerCounts = z.infer<typeof LedgerCounts>

/** A number of rows of one group with the same light. */
export interface Counted {
  readonly name: string
  readonly plan: string | null
  readonly light: Light | null
  readonly rows: number
  readonly arrears: number
}

/** Counts by group and light put together, in the order given; `all` from those without a group. */
export function sumCounts(groups: readonly Counted[], all: readonly Counted[]): LedgerCounts {
  const byGroup = Map.groupBy(groups, ({ plan, name }) => `${plan ?? ''} ${name}`)
  return { groups: [...byGroup.values()].map(together), all: together(all) }
}

function together(some: readonly Counted[]): LedgerCount {
  const lights: Partial<Record<Light, number>> = {}
  let [rows, none, arrears] = [0, 0, 0]
  for (const each of some) {
    rows += each.rows
    arrears += each.arrears
    if (each.light === null) none += each.rows
    else lights[each.light] = (lights[each.light] ?? 0) + each.rows
  }
  return { name: some[0]?.name ?? '', plan: some[0]?.plan ?? null, rows, lights, none, arrears }
}

/** Groups by what they owe: most overdue first, then what else needs somebody, light by light; those that owe the same keep their order. */
export function byNeed(groups: readonly LedgerCount[]): readonly LedgerCount[] {
  return groups.toSorted((a, b) => {
    for (const light of gravest) {
      const order = (b.lights[light] ?? 0) - (a.lights[light] ?? 0)
      if (order !== 0) return order
    }
    return 0
  })
}
