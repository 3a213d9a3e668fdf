import * as z from 'zod'

/** The job that unpacks an archive of documents. */
export const planBatchJob = { name: 'plan-batch', data: z.strictObject({ batchId: z.uuid() }) } as const
