import type { Table } from '#formats/xlsx/table.ts'

/** A small ledger with everything a table may hold. */
export const SAMPLE_TABLE: Table = {
  sheet: '整改台账[1/2]',
  title: '某某单位整改台账',
  subtitle: '制表单位：整改办　　2026年3月1日',
  columns: [
    { header: '序号', width: 6, kind: 'number' },
    { header: '反馈问题', width: 24, kind: 'text' },
    { header: '整改措施', width: 40, kind: 'text' },
    { header: '完成时限', width: 12, kind: 'day' },
    { header: '目标值', width: 10, kind: 'number' },
  ],
  rows: [
    [1, '学习不够经常', '每季度集中学习不少于 1 次\u2028每年交流 2 次', '2026-12-31', '4'],
    [2, null, '=HYPERLINK("x")', '长期坚持', '98.5'],
    [3, '制度不健全', '＋补充制度', '2026-02-30', '至少两项'],
    [4, '-', '@通报<每月>&"_x0041_', null, '-3'],
  ],
  merges: [{ column: 1, row: 0, rows: 2 }],
  frozenColumns: 2,
}
