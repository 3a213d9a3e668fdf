/** A column of a table to be written. `width` in characters (a Chinese character counts two). */
export interface TableColumn {
  readonly header: string
  readonly width: number
  readonly kind: 'text' | 'number' | 'day'
}

/** Text; a number or decimal string in a `number` column; `YYYY-MM-DD` in a `day` column. What does not fit its column is written as text. */
export type TableCell = string | number | null

/** Cells of one column that stand for several rows (the same finding). Rows and columns count from 0, the header not counted. */
export interface VerticalMerge {
  readonly column: number
  readonly row: number
  readonly rows: number
}

/** A table as it should look on paper and on screen. */
export interface Table {
  readonly sheet: string
  readonly title: string
  /** 制表单位 and date, in one line. */
  readonly subtitle: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly TableCell[])[]
  readonly merges?: readonly VerticalMerge[]
  /** Lines below the rows, each over the whole width. */
  readonly foot?: readonly string[]
  /** Stands at the foot of every printed page: who took it out, when. */
  readonly mark?: string
  /** Columns that stay in view when scrolling to the right. */
  readonly frozenColumns?: number
}
