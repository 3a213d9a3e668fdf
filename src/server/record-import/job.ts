import * as z from 'zod'

/** The job that imports the records of one sheet. */
export const recordImportJob = { name: 'record-import', data: z.strictObject({ importId: z.uuid() }) } as const
