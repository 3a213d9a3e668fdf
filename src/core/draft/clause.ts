import * as z from 'zod'
import { Span } from '#core/text/span.ts'

/** 条款的种类: what a node of the outline is. See GLOSSARY: aspect 方面, finding 问题, measure 整改措施, safeguard 组织保障 … */
const clauseKinds = [
  'part',
  'objective',
  'aspect',
  'finding',
  'measure',
  'task',
  'safeguard',
  'responsibility',
  'item',
  'row',
  'paragraph',
] as const
export const ClauseKind = z.enum(clauseKinds)
export type ClauseKind = z.infer<typeof ClauseKind>

/** What the cells of a table row hold by the headings of their columns: 类别, 问题, 措施. A merged cell stands for every row beside it. */
export const RowCells = z.object({ category: Span.nullable(), finding: Span.nullable(), measure: Span.nullable() }).readonly()
export type RowCells = z.infer<typeof RowCells>

/** 条款: a node of the plan document's outline. `id` is stable for the same bytes (`c12`), `parent` the id of the clause above. */
export const Clause = z
  .object({
    id: z.string(),
    kind: ClauseKind,
    /** The number or label as written: `（一）`, `1.`, `存在问题：`; empty where there is none. */
    marker: z.string(),
    title: z.string(),
    span: Span,
    parent: z.string().nullable(),
    /** Of rows only. */
    cells: RowCells.optional(),
  })
  .readonly()
export type Clause = z.infer<typeof Clause>
