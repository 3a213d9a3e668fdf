import type { Day } from '#core/day/day.ts'
import type { DigestKind, DigestSection } from '#core/digest/digest.ts'

/** Kinds as messages and the first page head them. */
const DIGEST_WORDS: Readonly<Record<DigestKind, string>> = {
  decide: '待您办理',
  confirm: '待签收',
  answer: '待您答复的困难',
  returned: '被退回、重新打开',
  answered: '困难已有答复',
  reminded: '已催办',
  late: '逾期',
  soon: '临期',
  progress: '待报本季度进展',
  begun: '新开始',
}

/** 每日提要 as a message: numbers, days and counts alone. `address`: where the product is reached; null: nobody said so. */
export function mailOf(
  sections: readonly DigestSection[],
  { on, jurisdiction, address }: { readonly on: Day; readonly jurisdiction: string; readonly address: string | null },
): { readonly subject: string; readonly text: string } {
  const counts = sections.map(({ kind, count }) => `${DIGEST_WORDS[kind]} ${count}`).join('，')
  const lines = sections.flatMap(({ kind, count, items }) => [
    '',
    `${DIGEST_WORDS[kind]}（${count} 项）`,
    ...items.map(({ ref, on: day, path }) => `  ${[ref, ...(day === null ? [] : [day]), ...link(address, path)].join('  ')}`),
    ...(count > items.length ? [`  另有 ${count - items.length} 项`] : []),
  ])
  const end = ['', ...(address === null ? [] : [`进入系统：${address}/`]), '本提要每个工作日一封。不再需要时，请在“我的账号”中关闭。', '']
  return {
    subject: `【销号】${Number(on.slice(5, 7))}月${Number(on.slice(8))}日提要：${counts}`,
    text: [`${jurisdiction} 整改任务提要（${on}）`, ...lines, ...end].join('\n'),
  }
}

function link(address: string | null, path: string): readonly string[] {
  return address === null ? [] : [`${address}${path}`]
}
