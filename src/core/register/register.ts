import * as z from 'zod'
import { Condition } from '#core/counting/condition.ts'
import { Day } from '#core/day/day.ts'
import { Field, FieldId, RegisterId } from '#core/register/field.ts'

/**
 * When a unit files even if nothing happened: 零报告 is a record like any other, with `zeroField` set to yes. `by`: the posts or groups of the pack that must;
 * empty: those who fill it. `isJoint`: one filing a period is enough for all of them. `graceDays`: calendar days after the period in which a filing is not
 * late yet. `since`: nothing is due for periods that ended before; null: no such day.
 */
export const FilingDuty = z
  .strictObject({
    every: z.number().int().min(1).max(12),
    unit: z.enum(['week', 'month', 'quarter', 'half-year', 'year']),
    zeroField: FieldId.nullable(),
    by: z.array(z.string().min(1)).readonly().default([]),
    isJoint: z.boolean().default(false),
    graceDays: z.number().int().min(0).max(60).default(5),
    since: Day.nullable().default(null),
  })
  .readonly()
export type FilingDuty = z.infer<typeof FilingDuty>

/**
 * Which commitments a register is likely to count for: words of their object, and the condition that then holds. A hint suggests; a person decides.
 * - `measure`: the number field that is summed, or whose last report stands (`takes`); null: records are counted.
 * - `outOf`: the field a share is a share of (课时). `isShare`: a ratio counts these records out of all in the register (采纳率).
 * - `completion`: the field with the day it was completed.
 */
export const CountingHint = z
  .strictObject({
    words: z.array(z.string().min(1)).min(1),
    where: Condition.nullable(),
    measure: FieldId.nullable().default(null),
    takes: z.enum(['sum', 'latest']).default('sum'),
    outOf: FieldId.nullable().default(null),
    isShare: z.boolean().default(false),
    completion: FieldId.nullable().default(null),
  })
  .readonly()
export type CountingHint = z.infer<typeof CountingHint>

/**
 * 登记簿: a kind of record as data. `filledBy`, `readBy`: names of posts or groups of the pack (`everyone` is one). `acceptance`: who accepts a record;
 * `none`: it counts when submitted and shows 未复核. `sensitivity`: `personal` is about single
 * persons, one a record: for named posts alone, counted for nothing. `group`: the part of its pack it is listed in.
 * `serves`: the rows of the list of mechanisms (S8) whose records it keeps.
 */
export const Register = z
  .strictObject({
    id: RegisterId,
    title: z.string().min(1).max(60),
    titleEn: z.string().max(120).default(''),
    group: z.string().max(60).default(''),
    serves: z
      .array(z.string().regex(/^S\d{1,3}$/))
      .readonly()
      .default([]),
    fields: z.array(Field).max(60).readonly(),
    filledBy: z.array(z.string().min(1)).min(1).readonly(),
    readBy: z.array(z.string().min(1)).min(1).readonly(),
    filing: FilingDuty.nullable().default(null),
    sensitivity: z.enum(['open', 'internal', 'personal']),
    /** 保存期限: so many months after its last day what a record holds about its person is erased; null: kept as long as the rest. */
    keptMonths: z.number().int().min(1).max(600).nullable().default(null),
    hints: z.array(CountingHint).readonly().default([]),
    acceptance: z.enum(['none', 'unitHead', 'office']).default('none'),
    /** Whether a record must be proved by evidence before what it counts for is closed. */
    needsEvidence: z.boolean().default(true),
    /** 停用: takes no new records; those it has stay readable and count. */
    isRetired: z.boolean().default(false),
  })
  .readonly()
export type Register = z.infer<typeof Register>
