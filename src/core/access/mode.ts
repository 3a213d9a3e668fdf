import * as z from 'zod'

/**
 * 运行模式: `trial` 试用, where the office does what the administrators do, on one machine only; `service` 正式, with three administrators who exclude each other.
 */
export const Mode = z.enum(['trial', 'service'])
export type Mode = z.infer<typeof Mode>
