import * as z from 'zod'
import { Span } from '#core/text/span.ts'

/** A cell of a table row. Columns count from 0; `continues`: the lower part of a vertically merged cell, whose text stands above. */
export const Cell = z
  .object({ span: Span, column: z.number().int(), columnSpan: z.number().int().min(1), continues: z.boolean() })
  .readonly()
export type Cell = z.infer<typeof Cell>

/**
 * One block of a document, in reading order. Its span covers its text without the line end.
 * `row`: one row of a table, its cells joined by TAB in the text, lines inside a cell by U+2028; `table` counts the tables of the
 * document from 0.
 * `level` 1–9 where the document marks a heading. `note`: a foot- or endnote, after the body. `textBox`: text of a box, after its anchor.
 */
export const Block = z
  .object({
    kind: z.enum(['paragraph', 'heading', 'row', 'note', 'textBox']),
    span: Span,
    level: z.number().int().min(1).max(9).optional(),
    table: z.number().int().optional(),
    cells: z.array(Cell).readonly().optional(),
  })
  .readonly()
export type Block = z.infer<typeof Block>

/** A tracked change. The text holds what stands when all changes are accepted: inserted text has a span, deleted text only the place it stood. */
export const Revision = z
  .object({
    kind: z.enum(['inserted', 'deleted']),
    span: Span,
    text: z.string(),
    author: z.string().nullable(),
    at: z.string().nullable(),
  })
  .readonly()
export type Revision = z.infer<typeof Revision>

/**
 * What a reader could not take over, for a person to look at: pages that hold no text (params: `pages`, counted from 1), automatic numbers that only
 * an office program could have worked out, tables whose cells stand apart and could not be put together.
 */
const Loss = z
  .object({ code: z.enum(['pages-without-text', 'numbers-lost', 'cells-apart']), params: z.record(z.string(), z.string()) })
  .readonly()
export type Loss = z.infer<typeof Loss>

/**
 * A document as all readers give it and the compiler takes it.
 * `text` is what every span refers to: for plain text the decoded file unchanged (no BOM, CRLF kept; but where cells of tables stood on lines of their own), for Markdown and office formats one line a
 * block without marks, automatic numbers written out.
 */
export const SourceDocument = z
  .object({
    text: z.string(),
    blocks: z.array(Block).readonly(),
    revisions: z.array(Revision).readonly(),
    losses: z.array(Loss).readonly().optional(),
  })
  .readonly()
export type SourceDocument = z.infer<typeof SourceDocument>
