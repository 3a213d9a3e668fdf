import { oc } from '@orpc/contract'
import * as z from 'zod'
import { FORBIDDEN, NOT_FOUND, REFUSED } from '#contract/errors.ts'
import { Mark } from '#core/access/mark.ts'
import { FieldId, RegisterId } from '#core/register/field.ts'

/** A register with its mark and those of its fields; no record of it. */
const MarkedRegister = z
  .object({
    register: RegisterId,
    title: z.string(),
    mark: Mark,
    fields: z.array(z.object({ id: FieldId, label: z.string(), mark: Mark }).readonly()).readonly(),
  })
  .readonly()

const errors = { NOT_FOUND, FORBIDDEN, REFUSED }
const Reason = z.string().trim().min(2).max(500)
/** `set`: it counts; `request`: a lower mark waits for a second person. */
const came = z.object({ came: z.enum(['set', 'request']) })

// REFUSED: The business says no: `nothing-changed`, `above-own-clearance`, `already-waiting`.
export const mark = {
  list: oc
    .route({ method: 'GET', path: '/marks', summary: '敏感标记', tags: ['mark'] })
    .errors({ FORBIDDEN })
    .output(z.object({ items: z.array(MarkedRegister).readonly() })),
  /** Of a register, or of one of its fields. */
  setRegister: oc
    .route({ method: 'PUT', path: '/marks/registers/{register}', summary: '标记登记簿', tags: ['mark'] })
    .errors(errors)
    .input(z.strictObject({ register: RegisterId, field: FieldId.nullable(), mark: Mark, reason: Reason }))
    .output(came),
  /** Of one record that is seen, and up to where whoever asks is cleared. */
  ofRecord: oc
    .route({ method: 'GET', path: '/marks/records/{id}', summary: '工作记录的标记', tags: ['mark'] })
    .errors({ NOT_FOUND, FORBIDDEN })
    .input(z.strictObject({ id: z.uuid() }))
    .output(z.object({ mark: Mark, clearance: Mark })),
  /** Of one record that is seen. */
  setRecord: oc
    .route({ method: 'PUT', path: '/marks/records/{id}', summary: '标记工作记录', tags: ['mark'] })
    .errors(errors)
    .input(z.strictObject({ id: z.uuid(), mark: Mark, reason: Reason }))
    .output(came),
}
