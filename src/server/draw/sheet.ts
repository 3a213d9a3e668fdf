import type { Draw, DrawItem as Item } from '#core/draw/draw.ts'
import { DrawItem } from '#core/draw/draw.ts'
import type { Table } from '#formats/xlsx/table.ts'
import type { Caller } from '#server/draw/act.ts'
import { drawSight } from '#server/draw/sight.ts'
import { loadDraw } from '#server/draw/load.ts'
import { drawnItems, itemColumns } from '#server/draw/read.ts'
import { tableFile } from '#server/files/table-file.ts'
import { change } from '#server/verb/change.ts'

/** 抽取结果 as an .xlsx file. Exports are journalled. */
export async function drawSheet(context: Caller, { id }: { readonly id: string }): Promise<File> {
  const table = await change(context, async ({ tx, actor: { jurisdictionId }, allow, scope, record }) => {
    allow('draw:read')
    const draw = await loadDraw(tx, await drawSight(tx, await scope(), context.packs), id)
    const rows = await drawnItems(tx, jurisdictionId, id).select(itemColumns).orderBy('ordinal').execute()
    await record({ verb: 'draw.export', subject: { kind: 'draw', id }, after: { form: 'xlsx', items: rows.length } })
    return tableOf(
      draw,
      rows.map((row) => DrawItem.parse(row)),
    )
  })
  return tableFile(table, `抽取结果-${context.asOf}.xlsx`)
}

const STATES = { drawn: '抽中', replaced: '已替换', spare: '' } as const
const OUTCOMES = { sound: '未发现问题', faulty: '发现问题' } as const

function tableOf({ name, items, parts, seed, strata }: Draw, drawn: readonly Item[]): Table {
  return {
    sheet: '抽取结果',
    title: `${name}抽取结果`,
    subtitle: `总体 ${items} 件，抽取 ${drawn.filter(({ state }) => state === 'drawn').length} 件`,
    columns: [
      { header: '序号', width: 6, kind: 'number' },
      { header: '编号', width: 32, kind: 'text' },
      { header: '分层', width: 16, kind: 'text' },
      { header: '状态', width: 10, kind: 'text' },
      { header: '替换', width: 32, kind: 'text' },
      { header: '评查结果', width: 12, kind: 'text' },
      { header: '说明', width: 40, kind: 'text' },
    ],
    rows: drawn.map(({ ordinal, id, stratum, state, replaces, outcome, note, reason }) => [
      ordinal,
      id,
      stratum,
      STATES[state],
      replaces === null ? '' : `替换 ${replaces}`,
      outcome === null ? '' : OUTCOMES[outcome],
      [reason, note].filter((text) => text !== '').join('；'),
    ]),
    foot: [
      ...strata.map(
        ({ name: stratum, size, drawn: count, stillPossible }) =>
          `${stratum === '' ? '全部' : stratum}：总体 ${size} 件，抽取 ${count} 件；如均未发现问题，以 95% 的把握只能排除问题件超过 ${stillPossible} 件。`,
      ),
      ...parts.map(({ part, hash }) => `总体第 ${part} 部分 SM3：${hash}`),
      `随机种子：${seed ?? '未产生'}`,
    ],
    frozenColumns: 2,
  }
}
