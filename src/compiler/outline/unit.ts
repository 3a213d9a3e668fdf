import type { Span } from '#core/text/span.ts'

/** A cell of a row, whatever kind of table it stands in. `continues`: the lower part of a merged cell. */
export interface RowCell {
  readonly span: Span
  readonly column: number
  readonly columnSpan: number
  readonly continues: boolean
}

/** A line of a document as the outline takes it. `level`: of a heading; `table`: which table a row belongs to. */
export type Unit =
  | { readonly kind: 'text'; readonly span: Span; readonly level: number | null }
  | { readonly kind: 'row'; readonly span: Span; readonly table: string; readonly cells: readonly RowCell[]; readonly isLoose: boolean }
  /** Page chrome, signature, date, attachment list: nothing to be read. */
  | { readonly kind: 'skipped'; readonly span: Span }
  /** 注：…, 备注：…: read, but not as part of what stands before it. */
  | { readonly kind: 'remark'; readonly span: Span }
  | { readonly kind: 'title'; readonly span: Span; readonly level: number | null }
