import * as z from 'zod'

/** A decimal number as text: `12`, `0.5`, `-3.25`; never a float. At most 18 digits before the point and 6 behind it. */
export const Decimal = z
  .string()
  .regex(/^-?\d{1,18}(\.\d{1,6})?$/)
  .brand<'Decimal'>()
export type Decimal = z.infer<typeof Decimal>
