import { textOf } from '#core/text/span.ts'
import type { PlanClause } from './view.ts'

/** The heading of a clause as the page words it: of a row of a table its number and its measure (else its finding), not the raw row. */
export function headingWords({ marker, title, cells }: Pick<PlanClause, 'marker' | 'title' | 'cells'>, documentText: string): string {
  const cell = cells?.measure ?? cells?.finding ?? null
  if (cell !== null) return `${marker} ${textOf(documentText, cell)}`.trim()
  if (title === '') return marker
  // a row of a table begins with its own number
  return title.startsWith(marker) ? title : `${marker}${title}`
}
