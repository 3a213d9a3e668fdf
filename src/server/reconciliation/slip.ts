import type { Difference, Reconciliation } from '#core/reconciliation/reconciliation.ts'
import type { Table } from '#formats/xlsx/table.ts'
import { tableFile } from '#server/files/table-file.ts'
import { watermarked } from '#server/files/watermark.ts'
import { loadReconciliation } from '#server/reconciliation/load.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 对账单 as an .xlsx file. Exports are journalled. */
export async function slipOf(context: Context, { id }: { readonly id: string }): Promise<File> {
  const table = await change(context, async ({ tx, allow, scope, record }) => {
    allow('reconciliation:read')
    const { reconciliation } = await loadReconciliation(tx, await scope(), { id })
    await record({ verb: 'reconciliation.export', subject: { kind: 'reconciliation', id }, after: { version: reconciliation.version } })
    return slipTable(reconciliation)
  })
  return tableFile(watermarked(table, context), `对账单-${context.asOf}.xlsx`)
}

const KINDS = { value: '数据不一致', 'only-theirs': '总台账没有', 'only-ours': '分台账没有', twice: '分台账重复' } as const
const FIELDS = { due: '完成时限', orgs: '责任单位', owners: '责任人', actual: '已完成', required: '应完成', state: '完成状态' } as const
const SIDES = { ours: '以总台账为准', theirs: '以分台账为准', neither: '两者均需更正' } as const
const STATES: Readonly<Record<string, string>> = { done: '已完成', open: '未完成' }

function slipTable(slip: Reconciliation): Table {
  const { orgName, asOf, rows, agreeing, sha256, fileName, signed, differences } = slip
  const signature = signed === null ? '尚未确认' : `确认人：${signed.by}　${signed.at.slice(0, 10)}`
  return {
    sheet: '对账单',
    title: `${orgName === '' ? '整改' : orgName}台账对账单`,
    subtitle: `核对日：${asOf ?? '未核对'}　分台账 ${rows} 条，一致 ${agreeing} 条，差异 ${differences.length} 项　${signature}　文件：${fileName}（SHA-256 ${sha256}）`,
    columns: [
      { header: '序号', width: 6, kind: 'number' },
      { header: '编号', width: 10, kind: 'text' },
      { header: '差异', width: 12, kind: 'text' },
      { header: '项目', width: 10, kind: 'text' },
      { header: '总台账', width: 40, kind: 'text' },
      { header: '分台账', width: 40, kind: 'text' },
      { header: '单元格', width: 8, kind: 'text' },
      { header: '处理', width: 14, kind: 'text' },
      { header: '说明', width: 28, kind: 'text' },
      { header: '处理人', width: 10, kind: 'text' },
    ],
    rows: differences.map((each, index) => [index + 1, ...cellsOf(each)]),
    frozenColumns: 2,
  }
}

function cellsOf({ ref, kind, field, ours, theirs, cell, settled }: Difference): readonly string[] {
  const worded = (text: string): string => (field === 'state' ? (STATES[text] ?? text) : text)
  return [
    ref,
    KINDS[kind],
    field === null ? '' : FIELDS[field],
    worded(ours),
    worded(theirs),
    cell ?? '',
    settled === null ? '待处理' : SIDES[settled.side],
    settled?.note ?? '',
    settled?.by ?? '',
  ]
}
