import type { WorkRecord } from '#core/record/record.ts'

export type RecordState = WorkRecord['state']

/** The states of a record in the order of filters. */
export const recordStateNames = ['submitted', 'accepted', 'draft', 'returned', 'voided'] as const satisfies readonly RecordState[]
