import type { Draft } from '#core/draft/draft.ts'
import { writeTable } from '#formats/xlsx/write-table.ts'
import { draftRows, headings } from './draft-rows.ts'

const widths: Readonly<Record<(typeof headings)[number], number>> = {
  编号: 9,
  类型: 8,
  频次: 9,
  要求: 12,
  内容: 26,
  对象: 9,
  完成时限: 13,
  责任: 20,
  原文: 60,
}

/** The draft as an .xlsx workbook, one row a commitment. */
export function draftWorkbook(text: string, draft: Draft): Promise<Uint8Array> {
  return writeTable({
    sheet: '台账草稿',
    title: draft.title === '' ? '台账草稿' : `${draft.title} 台账草稿`,
    subtitle: `共 ${draft.commitments.length} 项，待答疑问 ${draft.questions.length} 个`,
    columns: headings.map((header) => ({ header, width: widths[header], kind: header === '完成时限' ? 'day' : 'text' })),
    rows: draftRows(text, draft),
    frozenColumns: 1,
  })
}
