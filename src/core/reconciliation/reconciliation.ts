import * as z from 'zod'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { Day, Instant } from '#core/day/day.ts'

/** What of a row is compared. */
export const ComparedField = z.enum(['due', 'orgs', 'owners', 'actual', 'required', 'state'])
export type ComparedField = z.infer<typeof ComparedField>

/** Whose side holds: the master ledger's, the unit's (which is then brought into the ledger by a record or a correction), or neither. */
export const Side = z.enum(['ours', 'theirs', 'neither'])
export type Side = z.infer<typeof Side>

/** How a person settled a difference. */
const Settlement = z.object({ side: Side, note: z.string(), by: z.string(), at: Instant }).readonly()

/**
 * 差异: what a unit's ledger and the master ledger do not agree on. `value`: a field of a row; `only-theirs`: a row that stands for no commitment; `only-ours`:
 * a commitment without a row; `twice`: one more row for a commitment. Both sides as they are written; '' where a side has nothing. `cell`: where theirs stands.
 */
export const Difference = z
  .object({
    /** Names it within its reconciliation. */
    key: z.string(),
    kind: z.enum(['value', 'only-theirs', 'only-ours', 'twice']),
    row: z.number().int().nullable(),
    cell: z.string().nullable(),
    commitment: CommitmentId.nullable(),
    ref: z.string(),
    field: ComparedField.nullable(),
    ours: z.string(),
    theirs: z.string(),
    settled: Settlement.nullable(),
  })
  .readonly()
export type Difference = z.infer<typeof Difference>

/** 对账: a unit's own ledger held against the master ledger as of a day. Signed off once all differences are settled; then it stands as it is. */
export const Reconciliation = z
  .object({
    id: z.uuid(),
    version: z.number().int(),
    fileName: z.string(),
    sha256: z.string(),
    /** Whose ledger it is; null until it was said. */
    org: z.uuid().nullable(),
    orgName: z.string(),
    asOf: Day.nullable(),
    /** Rows of the sheet, and how many of them agree with the master ledger in everything they say. */
    rows: z.number().int(),
    agreeing: z.number().int(),
    differences: z.array(Difference).readonly(),
    signed: z.object({ by: z.string(), at: Instant }).readonly().nullable(),
  })
  .readonly()
export type Reconciliation = z.infer<typeof Reconciliation>
