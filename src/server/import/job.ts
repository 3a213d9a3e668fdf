import * as z from 'zod'

/** The job that reads and compiles one uploaded file. */
export const planImportJob = { name: 'plan-import', data: z.strictObject({ importId: z.uuid() }) } as const
