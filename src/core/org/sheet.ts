import * as z from 'zod'
import { Day } from '#core/day/day.ts'
import { OrgKind } from '#core/org/organisation.ts'

/** What a column of a roster sheet holds. */
export const SheetField = z.enum([
  'org',
  'parent',
  'kind',
  'aliases',
  'title',
  'rank',
  'isHead',
  'person',
  'groups',
  'inChargeOf',
  'contactUnit',
  'from',
  'to',
])
export type SheetField = z.infer<typeof SheetField>

/** One row: an org, a post of it, or who holds the post. Text is '' and lists are empty where the cell is. */
export const RosterRow = z
  .object({
    row: z.number().int(),
    org: z.string(),
    parent: z.string(),
    kind: OrgKind.nullable(),
    aliases: z.array(z.string()).readonly(),
    title: z.string(),
    rank: z.string(),
    isHead: z.boolean().nullable(),
    /** Whether the title is that of who leads. */
    isHeadByTitle: z.boolean().default(false),
    person: z.string(),
    groups: z.array(z.string()).readonly(),
    inChargeOf: z.array(z.string()).readonly(),
    contactUnit: z.array(z.string()).readonly(),
    from: Day.nullable(),
    to: Day.nullable(),
  })
  .readonly()
export type RosterRow = z.infer<typeof RosterRow>

/** What is wrong, and in which cell (`C7`). */
export const SheetFault = z
  .object({ row: z.number().int(), cell: z.string(), code: z.string(), params: z.record(z.string(), z.string()).readonly() })
  .readonly()
export type SheetFault = z.infer<typeof SheetFault>

/** A roster sheet as it was read: `columns` are the letters of the columns found. */
export const RosterSheet = z
  .object({
    columns: z.partialRecord(SheetField, z.string()).readonly(),
    rows: z.array(RosterRow).readonly(),
    faults: z.array(SheetFault).readonly(),
  })
  .readonly()
export type RosterSheet = z.infer<typeof RosterSheet>

/** The address of a field in a row; the row's first cell where the sheet has no such column. */
export function cellOf({ columns }: Pick<RosterSheet, 'columns'>, row: number, field: SheetField): string {
  return `${columns[field] ?? 'A'}${row}`
}
