import * as z from 'zod'

/** Works out the ledger of a past day (`edition`), or brings today's forward (null). */
export const ledgerJob = { name: 'ledger-edition', data: z.strictObject({ edition: z.uuid().nullable() }) } as const
