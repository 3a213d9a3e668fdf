import * as z from 'zod'

/** The job that works out the order of a draw. */
export const drawJob = { name: 'draw', data: z.strictObject({ drawId: z.uuid() }) } as const
