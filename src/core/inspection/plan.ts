import * as z from 'zod'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { Day } from '#core/day/day.ts'
import { InspectionKind } from '#core/inspection/inspection.ts'

/** One thing that is looked at. `lookAt`: how, and at what; `commitments`: the promises of plans that it asks about. */
const PlannedItem = z
  .strictObject({
    words: z.string().trim().min(1).max(500),
    lookAt: z.string().trim().max(500),
    commitments: z.array(CommitmentId).max(20).readonly(),
  })
  .readonly()

/** One place with what is asked of its unit for it. `minutes`: of everybody asked there together. */
const PlannedVisit = z
  .strictObject({
    org: z.uuid(),
    drawn: z.string().min(1).max(200).nullable(),
    from: Day,
    to: Day,
    people: z.number().int().min(0).max(10_000),
    minutes: z.number().int().min(0).max(100_000),
  })
  .readonly()

/** 督查方案: what is inspected, when, by whom, what it asks of each unit and what is looked at. `draw`: of a sample, from which draw. */
export const InspectionPlan = z
  .strictObject({
    kind: InspectionKind,
    title: z.string().trim().min(1).max(100),
    topic: z.string().trim().min(1).max(100),
    purpose: z.string().trim().max(2000),
    from: Day,
    to: Day,
    draw: z.uuid().nullable(),
    lead: z.uuid().nullable(),
    members: z.array(z.uuid()).max(50).readonly(),
    visits: z.array(PlannedVisit).max(500).readonly(),
    items: z.array(PlannedItem).max(100).readonly(),
    reasonOver: z.string().trim().max(500),
  })
  .readonly()
export type InspectionPlan = z.infer<typeof InspectionPlan>
