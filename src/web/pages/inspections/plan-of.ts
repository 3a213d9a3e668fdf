import type * as z from 'zod'
import type { InspectionView } from '#contract/inspection.ts'
import type { InspectionPlan as PlanSchema } from '#core/inspection/plan.ts'
import { teamAndVisits } from '#core/inspection/planned.ts'

/** What the plan's form begins with. */
export function planOf(view: InspectionView): PlanDraft {
  const { kind, title, topic, purpose, from, to, draw, items, reasonOver } = view
  return {
    plan: {
      kind,
      title,
      topic,
      purpose,
      from,
      to,
      draw: draw?.id ?? null,
      ...teamAndVisits(view),
      items: items.map(({ words, lookAt, promises }) => ({ words, lookAt, commitments: promises.map(({ commitment }) => commitment) })),
      reasonOver,
    },
    refs: Object.fromEntries(
      items.flatMap(({ promises }) => promises.map(({ commitment, ref, sentence }) => [commitment, `${ref} ${sentence}`])),
    ),
  }
}

/** A plan as a form holds it. */
export type InspectionPlan = z.input<typeof PlanSchema>
/** One of its places, one of the things it looks at. */
export type PlannedVisit = InspectionPlan['visits'][number]
export type PlannedItem = InspectionPlan['items'][number]

/** A plan as it is written, with the words of the commitments it names. */
export interface PlanDraft {
  readonly plan: InspectionPlan
  readonly refs: Readonly<Record<string, string>>
}
