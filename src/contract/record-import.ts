import { oc } from '@orpc/contract'
import * as z from 'zod'
import { FORBIDDEN, NOT_FOUND, REFUSED } from '#contract/errors.ts'
import { recordFilters } from '#contract/record.ts'
import { Instant } from '#core/day/day.ts'
import { ImportTarget } from '#core/record-import/target.ts'
import { RegisterId } from '#core/register/field.ts'

const errors = { NOT_FOUND, FORBIDDEN, REFUSED }

const columns = z.record(z.string().max(500), ImportTarget.nullable())
const names = z.record(z.string().max(300), z.string().max(100))

/**
 * How a sheet is imported. `columns`: what columns hold, by the words that head them, where it is not as their labels say. `names`: whom a person chose for a name
 * (`person:张伟` → `person:<id>`). `org`: whose facts they are where no column says it. `existing`: what becomes of records that are there already.
 */
const asked = {
  register: RegisterId,
  columns: columns.default({}),
  names: names.default({}),
  org: z.uuid().nullable().default(null),
  existing: z.enum(['skip', 'update', 'stop']).default('skip'),
}
export const AskedImport = z.strictObject(asked)

/** Answer to `POST /api/record-imports` (an .xlsx as the form field `file`). */
export const SheetRead = z.object({ id: z.uuid() }).readonly()

const Fault = z.object({ cell: z.string(), target: ImportTarget.nullable(), code: z.string(), value: z.string() }).readonly()
const Candidate = z.object({ key: z.string(), name: z.string(), more: z.string() }).readonly()

/** What an import would do. Where `faults` are not empty or a name is open, it does nothing. */
export const RecordImportPreview = z
  .object({
    id: z.uuid(),
    fileName: z.string(),
    /** Row of the header; 0: none was found. */
    headerRow: z.number().int(),
    columns: z
      .array(z.object({ index: z.number().int(), letters: z.string(), header: z.string(), target: ImportTarget.nullable() }).readonly())
      .readonly(),
    counts: z.object({ add: z.number().int(), update: z.number().int(), same: z.number().int(), skip: z.number().int() }).readonly(),
    /** The first of them, in the order of the sheet; `faultCount` says how many there are. */
    faults: z.array(Fault).readonly(),
    faultCount: z.number().int(),
    /** Names that mean several, or nobody. */
    open: z
      .array(z.object({ role: z.enum(['org', 'person']), name: z.string(), candidates: z.array(Candidate).readonly() }).readonly())
      .readonly(),
    /** The same file was imported into this register before. */
    sameAs: z.object({ at: Instant, by: z.string() }).readonly().nullable(),
  })
  .readonly()

/** How an import is getting on. `outcome`: of one that is done, what it did; of one that failed, why. */
export const RecordImportState = z
  .object({
    id: z.uuid(),
    fileName: z.string(),
    register: RegisterId.nullable(),
    state: z.enum(['read', 'queued', 'applying', 'done', 'failed', 'cancelled']),
    doneRows: z.number().int(),
    allRows: z.number().int(),
    outcome: z
      .object({
        added: z.number().int().optional(),
        updated: z.number().int().optional(),
        same: z.number().int().optional(),
        skipped: z.number().int().optional(),
        error: z.string().optional(),
      })
      .readonly()
      .nullable(),
  })
  .readonly()

const id = z.strictObject({ id: z.uuid() })

export const recordImport = {
  preview: oc
    .route({ method: 'POST', path: '/record-imports/{id}/preview', summary: '试导入记录', tags: ['record-import'] })
    .errors(errors)
    .input(z.strictObject({ id: z.uuid(), ...asked }))
    .output(RecordImportPreview),
  /** Queues it. `isAgain`: also where the same file was imported before. */
  apply: oc
    .route({ method: 'POST', path: '/record-imports/{id}/apply', summary: '确认导入记录', tags: ['record-import'] })
    .errors(errors)
    .input(z.strictObject({ id: z.uuid(), ...asked, isAgain: z.boolean().default(false) }))
    .output(RecordImportState),
  get: oc
    .route({ method: 'GET', path: '/record-imports/{id}', summary: '导入进度', tags: ['record-import'] })
    .errors({ NOT_FOUND, FORBIDDEN })
    .input(id)
    .output(RecordImportState),
  cancel: oc
    .route({ method: 'POST', path: '/record-imports/{id}/cancel', summary: '取消导入', tags: ['record-import'] })
    .errors(errors)
    .input(id)
    .output(RecordImportState),
  /** 导出: the records as seen, as .xlsx, or an empty one to be filled in. */
  export: oc
    .route({ method: 'POST', path: '/registers/{register}/records/export', summary: '导出记录', tags: ['record-import'] })
    .errors({ NOT_FOUND, FORBIDDEN })
    .input(z.strictObject({ register: RegisterId, ...recordFilters, isTemplate: z.boolean().default(false) }))
    .output(z.file()),
}
