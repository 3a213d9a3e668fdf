import type { DispatchState } from '#core/dispatch/dispatch.ts'
import type { Table, VerticalMerge } from '#formats/xlsx/table.ts'
import { loadGround } from '#server/dispatch/ground.ts'
import { type DispatchEntry, loadEntries, loadLeads } from '#server/dispatch/load.ts'
import { loadPlanTasks, wordsOf } from '#server/dispatch/pledges.ts'
import { tiersOf } from '#server/dispatch/tiers.ts'
import { tableFile } from '#server/files/table-file.ts'
import { summaries } from '#server/plan/list.ts'
import { AppError } from '#server/platform/errors.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

const STATES: Record<DispatchState, string> = {
  waiting: '待分办',
  dispatched: '待签收',
  refused: '已退回',
  insisted: '待签收（维持）',
  confirmed: '已签收',
}

const COLUMNS = [
  { header: '序号', width: 6, kind: 'number' },
  { header: '方面', width: 18, kind: 'text' },
  { header: '存在问题', width: 34, kind: 'text' },
  { header: '编号', width: 10, kind: 'text' },
  { header: '整改任务', width: 46, kind: 'text' },
  { header: '第一责任人', width: 22, kind: 'text' },
  { header: '牵头领导', width: 22, kind: 'text' },
  { header: '责任单位', width: 18, kind: 'text' },
  { header: '配合单位', width: 18, kind: 'text' },
  { header: '直接责任人', width: 20, kind: 'text' },
  { header: '工作步骤', width: 40, kind: 'text' },
  { header: '完成时限', width: 12, kind: 'day' },
  { header: '分办情况', width: 14, kind: 'text' },
] as const satisfies Table['columns']

/** 责任清单 as .xlsx: every row that is seen with who answers for it. Journalled. */
export async function responsibilitySheet(context: Context, { plan: planId }: { readonly plan: string }): Promise<File> {
  const table = await change(context, async ({ tx, actor, allow, scope, record }): Promise<Table> => {
    allow('dispatch:export')
    const { jurisdictionId } = actor
    const seen = await scope()
    const [plan] = await summaries(tx, seen, planId)
    if (plan === undefined) throw new AppError('NOT_FOUND')
    const ground = await loadGround(tx, jurisdictionId, context.asOf)
    const leads = await loadLeads(tx, jurisdictionId, planId)
    const tasks = await loadPlanTasks(tx, jurisdictionId, planId)
    const entries = await loadEntries(tx, jurisdictionId, seen, { plan: planId })
    const { name } = await tx.selectFrom('jurisdiction').select('name').where('id', '=', jurisdictionId).executeTakeFirstOrThrow()
    await record({ verb: 'dispatch.export', subject: { kind: 'plan', id: planId }, after: { rows: entries.length } })
    const words = (party: Parameters<typeof wordsOf>[0] | null): string => (party === null ? '' : wordsOf(party, ground))
    return {
      sheet: '责任清单',
      title: `${plan.title}责任清单`,
      subtitle: `制表单位：${name}　　　　制表日期：${spelled(context.asOf)}`,
      columns: COLUMNS,
      rows: entries.map((entry, index) => {
        const { first, lead, owner } = tiersOf(entry, leads, ground)
        const { org, supporting, state } = entry.stored
        return [
          index + 1,
          entry.aspect,
          entry.findingWords,
          entry.ref,
          entry.sentence,
          words(first),
          words(lead),
          org === null ? entry.leads.join('、') : ground.holders.orgName(org),
          org === null ? entry.supports.join('、') : supporting.map(ground.holders.orgName).join('、'),
          words(owner),
          (tasks.get(entry.commitment) ?? []).map(({ words: step, by }, n) => `${n + 1}. ${step}（${by}）`).join('\n'),
          entry.due,
          STATES[state],
        ]
      }),
      merges: [
        ...mergesOf(entries, 1, ({ aspect }) => aspect),
        ...mergesOf(entries, 2, ({ finding, findingWords }) => (findingWords === '' ? '' : finding)),
      ],
      frozenColumns: 1,
    }
  })
  return tableFile(table, `责任清单-${context.asOf}.xlsx`)
}

/** Runs of neighbours with the same cell; what is empty is never merged. */
function mergesOf(entries: readonly DispatchEntry[], column: number, keyOf: (entry: DispatchEntry) => string): readonly VerticalMerge[] {
  const merges: VerticalMerge[] = []
  let first = 0
  for (let row = 1; row <= entries.length; row += 1) {
    const [one, next] = [entries[first], entries[row]]
    if (one !== undefined && next !== undefined && keyOf(one) !== '' && keyOf(one) === keyOf(next)) continue
    if (row - first > 1) merges.push({ column, row: first, rows: row - first })
    first = row
  }
  return merges
}

function spelled(day: string): string {
  const [year, month, dayOfMonth] = day.split('-').map(Number)
  return `${year}年${month}月${dayOfMonth}日`
}
