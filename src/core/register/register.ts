import * as z from 'zod'
import { Condition } from '#core/counting/condition.ts'
import { Field, FieldId, RegisterId } from '#core/register/field.ts'

/** When a unit files even if nothing happened: 零报告 is a record like any other, with `zeroField` set to yes. */
const FilingDuty = z
  .strictObject({
    every: z.number().int().min(1).max(12),
    unit: z.enum(['week', 'month', 'quarter', 'half-year', 'year']),
    zeroField: FieldId.nullable(),
  })
  .readonly()

/** Which commitments a register is likely to count for: words of their object, and the condition that then holds. A hint suggests; a person decides. */
const CountingHint = z
  .strictObject({ words: z.array(z.string().min(1)).min(1), where: Condition.nullable(), measure: FieldId.nullable().default(null) })
  .readonly()

/**
 * 登记簿: a kind of record as data. `filledBy`, `readBy`: names of posts or groups of the pack (`everyone` is one). `acceptance`: who accepts a record;
 * `none`: it counts when submitted and shows 未复核. `sensitivity`: `personal` holds personal data.
 */
export const Register = z
  .strictObject({
    id: RegisterId,
    title: z.string().min(1).max(60),
    fields: z.array(Field).max(60).readonly(),
    filledBy: z.array(z.string().min(1)).min(1).readonly(),
    readBy: z.array(z.string().min(1)).min(1).readonly(),
    filing: FilingDuty.nullable().default(null),
    sensitivity: z.enum(['open', 'internal', 'personal']),
    hints: z.array(CountingHint).readonly().default([]),
    acceptance: z.enum(['none', 'unitHead', 'office']).default('none'),
  })
  .readonly()
export type Register = z.infer<typeof Register>
