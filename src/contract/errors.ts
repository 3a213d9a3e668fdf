import * as z from 'zod'

/** There is none of that id, or the caller does not see it: both answer alike. */
export const NOT_FOUND = { status: 404 } as const
/** The caller's post does not allow it. */
export const FORBIDDEN = { status: 403 } as const
/** Someone else wrote first: the version (of a record its revision) that stands now. */
export const CONFLICT = { status: 409, data: z.object({ version: z.number().int() }) } as const
/** The business says no: a code of the refusal, with parameters for its words. */
export const REFUSED = { status: 422, data: z.object({ refusal: z.string(), params: z.record(z.string(), z.string()) }) } as const
/** What does not fit: path and code of every fault. */
export const INVALID = {
  status: 400,
  data: z.object({ fields: z.array(z.object({ path: z.array(z.string()), code: z.string() })) }),
} as const
