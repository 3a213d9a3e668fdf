import * as z from 'zod'
import { Day, Instant } from '#core/day/day.ts'

/** 专项督查: one topic in some units; 随机抽查: what a draw has drawn; 调研访谈: what people say. */
export const InspectionKind = z.enum(['special', 'sample', 'interview'])
export type InspectionKind = z.infer<typeof InspectionKind>

/** How far an inspection is: its plan is written; filed (备案); carried out; ended on the spot; its report stands; called off. */
export const InspectionState = z.enum(['draft', 'filed', 'running', 'ended', 'reported', 'cancelled'])
export type InspectionState = z.infer<typeof InspectionState>

/** What can be done with an inspection as a whole. `revise`: the filed plan is written anew before anything began; `resume`: it had ended too early. */
export const InspectionAct = z.enum(['file', 'revise', 'begin', 'end', 'resume', 'report', 'cancel'])
export type InspectionAct = z.infer<typeof InspectionAct>

/** The state after each act, where it may be done. */
export const inspectionTransitions: Readonly<Record<InspectionState, Partial<Record<InspectionAct, InspectionState>>>> = {
  draft: { file: 'filed', cancel: 'cancelled' },
  filed: { revise: 'draft', begin: 'running', cancel: 'cancelled' },
  running: { end: 'ended', cancel: 'cancelled' },
  ended: { resume: 'running', report: 'reported' },
  reported: {},
  cancelled: {},
}

/** Who carries it out: one leads, the others go along. */
export const InspectionMember = z.object({ account: z.uuid(), name: z.string(), leads: z.boolean() }).readonly()
export type InspectionMember = z.infer<typeof InspectionMember>

/**
 * One place that is looked at, with what is asked of its unit: so many people, so many minutes of all of them together. `drawn`: in a sample, what of the draw lies
 * there.
 */
export const InspectionVisit = z
  .object({
    id: z.uuid(),
    org: z.uuid(),
    orgName: z.string(),
    drawn: z.string().nullable(),
    from: Day,
    to: Day,
    people: z.number().int(),
    minutes: z.number().int(),
  })
  .readonly()
export type InspectionVisit = z.infer<typeof InspectionVisit>

/** 符合, 不符合, 不适用, 待核实. */
export const InspectionAnswer = z.enum(['met', 'unmet', 'not-applicable', 'to-verify'])
export type InspectionAnswer = z.infer<typeof InspectionAnswer>

/** A file of the evidence store that was put to something. */
export const InspectionPhoto = z.object({ id: z.uuid(), evidence: z.uuid(), name: z.string(), by: z.string(), at: Instant }).readonly()
export type InspectionPhoto = z.infer<typeof InspectionPhoto>
