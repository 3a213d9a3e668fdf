import * as z from 'zod'
import { Day } from '#core/day/day.ts'
import { Decimal } from '#core/quantity/decimal.ts'
import { FieldId, RegisterId } from '#core/register/field.ts'
import { Population } from '#core/roster/population.ts'

const field = FieldId
const Leaf = z.discriminatedUnion('kind', [
  /** The field holds one of these choices or words; where it holds several, at least one of them. */
  z.strictObject({ kind: z.literal('one-of'), field, values: z.array(z.string().min(1)).min(1) }),
  z.strictObject({ kind: z.literal('yes'), field, value: z.boolean() }),
  z.strictObject({ kind: z.literal('number'), field, comparator: z.enum(['>=', '<=', '=', '>', '<']), value: Decimal }),
  z.strictObject({ kind: z.literal('day'), field, from: Day.nullable(), to: Day.nullable() }),
  z.strictObject({ kind: z.literal('filled'), field }),
  /** Every member of a population, as of the record's last day, is named in the field: 覆盖全院干警. */
  z.strictObject({ kind: z.literal('covers'), field, population: Population }),
])

/** 筛选条件 over the fields of a register, as data. A field that is empty holds no condition but `not`. */
export type Condition =
  | z.infer<typeof Leaf>
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    Leaf,
    z.strictObject({ kind: z.enum(['all', 'any']), of: z.array(Condition).min(1).max(50) }),
    z.strictObject({ kind: z.literal('not'), of: Condition }),
  ]),
)

/** Records of one register, all or those a condition holds for. */
export const Source = z.strictObject({ register: RegisterId, where: Condition.nullable() }).readonly()
export type Source = z.infer<typeof Source>

/**
 * A source that is counted. `link`: only records that name the commitment itself in this field (对应任务); all others are none of its business, so they show
 * nowhere with it.
 */
export const CountedSource = z.strictObject({ register: RegisterId, where: Condition.nullable(), link: FieldId.optional() }).readonly()
export type CountedSource = z.infer<typeof CountedSource>
