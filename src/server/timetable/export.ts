import { dayWords } from '#core/day/words.ts'
import { LIGHT_WORDS } from '#core/ledger/standing-words.ts'
import type { TimetableRow } from '#core/timetable/timetable.ts'
import type { Table } from '#formats/xlsx/table.ts'
import { tableFile } from '#server/files/table-file.ts'
import { loadTimetable, type Whose } from '#server/timetable/rows.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

const MOST = 100_000
const KINDS = { dated: '', 'each-case': '逐件', standing: '长期', open: '待明确' } as const

/** 时间表 as an .xlsx file, a column a month. Exports are journalled. */
export async function exportTimetable(context: Context, whose: Whose): Promise<File> {
  const table = await change(context, async ({ tx, actor, allow, scope, record }): Promise<Table> => {
    allow('timetable:export')
    const { rows } = await loadTimetable(tx, await scope(), whose, MOST)
    const { name } = await tx.selectFrom('jurisdiction').select('name').where('id', '=', actor.jurisdictionId).executeTakeFirstOrThrow()
    await record({
      verb: 'timetable.export',
      subject: { kind: 'timetable', id: String(whose.year) },
      after: { ...whose, rows: rows.length },
    })
    return {
      sheet: '时间表',
      title: `${whose.unit ?? whose.leader ?? ''}${whose.year}年整改任务时间表`,
      subtitle: `制表单位：${name}　　　　制表日期：${dayWords(context.asOf)}`,
      columns: [
        { header: '序号', width: 6, kind: 'number' },
        { header: '编号', width: 10, kind: 'text' },
        { header: '整改任务', width: 46, kind: 'text' },
        { header: '责任单位', width: 16, kind: 'text' },
        { header: '牵头领导', width: 12, kind: 'text' },
        ...Array.from({ length: 12 }, (_, month) => ({ header: `${month + 1}月`, width: 9, kind: 'text' }) as const),
        { header: '说明', width: 9, kind: 'text' },
        { header: '灯色', width: 8, kind: 'text' },
      ],
      rows: rows.map((row, index) => [index + 1, ...cellsOf(row)]),
      frozenColumns: 3,
    }
  })
  return tableFile(table, `整改任务时间表-${whose.year}.xlsx`)
}

function cellsOf({ ref, sentence, units, leaders, light, kind, marks, outside }: TimetableRow): readonly string[] {
  const months = Array.from({ length: 12 }, (_, index) => {
    const mark = marks.find(({ month }) => month === index + 1)
    if (mark === undefined) return ''
    const days = mark.days.map((day) => `${Number(day.slice(8))}日`).join('、')
    return mark.count > mark.days.length ? `${days}（${mark.count}次）` : days
  })
  return [
    ref,
    sentence,
    units,
    leaders,
    ...months,
    outside === null ? KINDS[kind] : `${dayWords(outside)}到期`,
    light === null ? '' : LIGHT_WORDS[light],
  ]
}
