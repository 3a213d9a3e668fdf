import * as z from 'zod'
import { LedgerCourse } from '#core/ledger/course.ts'
import { LedgerEntry } from '#core/ledger/ledger.ts'

/** Where a row stands in its plan; the rows of one measure share it. */
export const LedgerPlace = LedgerEntry.unwrap().pick({ planId: true, plan: true, aspect: true, finding: true, measure: true }).readonly()
export type LedgerPlace = z.infer<typeof LedgerPlace>

/** An entry as it travels with others (`fold.ts`). `place`: which of theirs, from 0; `course` null: nothing was said since. */
export const LedgerRow = LedgerEntry.unwrap()
  .omit({ planId: true, plan: true, aspect: true, finding: true, measure: true })
  .extend({ place: z.number().int(), course: LedgerCourse.nullable() })
  .readonly()
export type LedgerRow = z.infer<typeof LedgerRow>
