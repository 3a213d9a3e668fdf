/** Words of a paragraph. `link`: an address behind them. */
export interface OfficialRun {
  readonly words: string
  readonly isBold?: boolean
  readonly link?: string
}

/** A table of an official document. `widths`: shares of the width of the page. */
export interface OfficialTable {
  readonly kind: 'table'
  readonly head: readonly string[]
  readonly widths: readonly number[]
  readonly rows: readonly (readonly OfficialRun[])[]
  /** Columns whose cells stand in the middle. */
  readonly centred?: readonly number[]
}

/**
 * A part of an official document (公文): the title, whom it is for (主送), headings of three levels (一、 （一） 1.), paragraphs, tables, who issues it and on which
 * day (署名、成文日期), a line of explanation in small letters.
 */
export type OfficialBlock =
  | { readonly kind: 'title'; readonly words: string }
  | { readonly kind: 'to'; readonly words: string }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly words: string }
  | { readonly kind: 'paragraph'; readonly runs: readonly OfficialRun[] }
  | OfficialTable
  | { readonly kind: 'signed'; readonly by: string; readonly on: string }
  | { readonly kind: 'note'; readonly words: string }
