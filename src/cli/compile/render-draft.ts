import type { Draft } from '#core/draft/draft.ts'
import { draftJson } from './draft-json.ts'

/** Forms a draft is written in. */
export type DraftFormat = 'json' | 'table' | 'xlsx'

/** A draft as the content of a file. */
export async function renderDraft(format: DraftFormat, text: string, draft: Draft): Promise<string | Uint8Array> {
  switch (format) {
    case 'json':
      return `${JSON.stringify(draftJson(text, draft))}\n`
    case 'table':
      return (await import('./draft-table.ts')).draftTable(text, draft)
    case 'xlsx':
      return (await import('./draft-workbook.ts')).draftWorkbook(text, draft)
  }
}
