import type { Pledge } from '#core/dispatch/pledge.ts'
import type { OfficialBlock } from '#formats/docx/official-document.ts'

/** What a 责任书 says besides its items. Official documents are Chinese. */
const TIERS = {
  first: { name: '第一责任人', duty: '对本方案的整改工作负总责：亲自部署、亲自过问、亲自协调、亲自督办；没有认领的问题由本人牵头。' },
  lead: { name: '牵头领导', duty: '对下列问题的整改负牵头责任：定期听取进展，协调解决困难，审核整改成效。' },
  unit: { name: '责任单位', duty: '对下列整改任务负直接责任：明确责任人和工作步骤，按时限完成，如实登记工作记录和佐证材料。' },
} as const

interface Facts {
  readonly digest: string
  readonly signature: { readonly by: string; readonly at: string } | null
  /** Who issues it, and on which day (YYYY-MM-DD). */
  readonly by: string
  readonly on: string
}

/** 责任书 in the layout of official documents. */
export function pledgeBlocks({ plan, tier, title, names, items }: Pledge, { digest, signature, by, on }: Facts): readonly OfficialBlock[] {
  const { name, duty } = TIERS[tier]
  const steps = items.filter(({ tasks }) => tasks.length > 0)
  return [
    { kind: 'title', words: '整改责任书' },
    { kind: 'heading', level: 1, words: '一、责任' },
    paragraph(`方案：${plan}`),
    paragraph(`${name}：${[title, names.join('、')].filter((part) => part !== '').join(' ')}`),
    paragraph(duty),
    { kind: 'heading', level: 1, words: `二、整改任务（共${items.length}项）` },
    items.length === 0
      ? paragraph('没有单独牵头的整改任务。')
      : {
          kind: 'table',
          head: ['编号', '整改任务', tier === 'unit' ? '牵头领导' : '责任单位', '直接责任人', '完成时限'],
          widths: [10, 42, 18, 18, 14],
          centred: [0, 4],
          rows: items.map(({ ref, words: sentence, unit, lead, owner, due }) =>
            [ref, sentence, tier === 'unit' ? lead : unit, owner, due === null ? '' : spelled(due)].map(words),
          ),
        },
    ...(steps.length === 0
      ? []
      : ([
          { kind: 'heading', level: 1, words: '三、工作步骤' },
          {
            kind: 'table',
            head: ['编号', '步骤', '完成日期', '由谁完成'],
            widths: [10, 54, 18, 18],
            centred: [0, 2],
            rows: steps.flatMap(({ ref, tasks, owner }) =>
              tasks.map(({ words: step, by: day, who }) => [ref, step, spelled(day), who === '' ? owner : who].map(words)),
            ),
          },
        ] satisfies readonly OfficialBlock[])),
    paragraph('签署人：　　　　　　　　日期：　　　年　　月　　日'),
    { kind: 'signed', by, on: spelled(on) },
    {
      kind: 'note',
      words:
        signature === null
          ? `内容摘要（SM3）：${digest}。尚未在系统中签署。`
          : `内容摘要（SM3）：${digest}。${signature.by} 于 ${inShanghai(signature.at)} 在系统中签署。`,
    },
  ]
}

function words(text: string): { readonly words: string } {
  return { words: text }
}

function paragraph(text: string): OfficialBlock {
  return { kind: 'paragraph', runs: [words(text)] }
}

function spelled(day: string): string {
  const [year, month, dayOfMonth] = day.split('-').map(Number)
  return `${year}年${month}月${dayOfMonth}日`
}

function inShanghai(instant: string): string {
  return new Date(instant).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'short' })
}
