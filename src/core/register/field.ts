import * as z from 'zod'
import { Decimal } from '#core/quantity/decimal.ts'

/** A register's name in data: `field-research`. Kebab-case, given by the pack. */
export const RegisterId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,60}$/)
  .brand<'RegisterId'>()
export type RegisterId = z.infer<typeof RegisterId>

/** A field's name inside its register: `mode`, `hours`. */
export const FieldId = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]{0,40}$/)
  .brand<'FieldId'>()
export type FieldId = z.infer<typeof FieldId>

const base = {
  id: FieldId,
  label: z.string().min(1).max(40),
  /** The label in English; empty where a jurisdiction gave none. */
  labelEn: z.string().max(80).default(''),
  hint: z.string().max(200).default(''),
  isRequired: z.boolean().default(false),
  /** 停用: not asked any more; what it holds stays readable. */
  isRetired: z.boolean().default(false),
}
const isMany = z.boolean().default(false)

/**
 * 栏目: what one field of a register holds. `number` a whole number; `decimal` a number with a unit (课时, 万元, %), at most 100 where the unit is % and no
 * `max` is given; `days` a day to a day; `people` and `orgs` parties of the roster; `record` the id of another record of `register`;
 * `commitments` the ids of those the fact was done for (对应任务).
 */
export const Field = z.discriminatedUnion('type', [
  z.strictObject({ ...base, type: z.literal('text'), max: z.number().int().min(1).max(20_000).default(500) }),
  z.strictObject({ ...base, type: z.literal('number'), min: z.number().int().default(0), max: z.number().int().default(1_000_000) }),
  z.strictObject({
    ...base,
    type: z.literal('decimal'),
    unit: z.string().min(1).max(10),
    min: Decimal.default(Decimal.parse('0')),
    max: Decimal.nullable().default(null),
  }),
  z.strictObject({ ...base, type: z.literal('day') }),
  z.strictObject({ ...base, type: z.literal('days') }),
  z.strictObject({
    ...base,
    type: z.literal('choice'),
    options: z.array(z.string().min(1).max(60)).min(1).max(200),
    /** One for each option, in their order, or none: records keep the option itself. */
    optionsEn: z.array(z.string().min(1).max(120)).max(200).default([]),
    isMany,
  }),
  z.strictObject({ ...base, type: z.literal('people'), isMany }),
  z.strictObject({ ...base, type: z.literal('orgs'), isMany }),
  z.strictObject({ ...base, type: z.literal('yes-no') }),
  z.strictObject({ ...base, type: z.literal('record'), register: RegisterId }),
  z.strictObject({ ...base, type: z.literal('commitments') }),
])
export type Field = z.infer<typeof Field>
