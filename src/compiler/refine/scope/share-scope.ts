import { subjectIn } from '#compiler/read/subject/find-subject.ts'
import type { Draughted, Item } from '#compiler/read/item.ts'
import { recurs } from '../attach-dates.ts'

/** 各基层法院每月自查不少于5%: a share holds for each office that its own part begins with. */
export function ofEachUnit({ sentence: { text, parts } }: Draughted, item: Item): Item {
  const from = parts[item.part]?.start ?? 0
  const said = subjectIn(text, from, item.anchor.start)
  if (said === null || !('words' in said) || (said.value !== 'per-unit' && said.value !== 'per-member')) return item
  const begins = /^(?:入额|其他|全体|员额)?$/.test(text.slice(from, said.words.start))
  // 入额院领导办案数量不少于平均数的30%: what each of them does
  const counts = said.value === 'per-member' && /^[^,]{0,6}(?:数量?|量|时间|天数|次数)/.test(text.slice(said.words.end, item.anchor.start))
  return begins && (recurs(item) || counts) ? { ...item, scope: said } : item
}

/** 班子成员与部门负责人谈心谈话全覆盖: held by each of them with each. */
export function talksWithEach(item: Item, text: string, from: number): Item {
  if (!/与[^,;]*谈[心话]/.test(text.slice(from, item.anchor.start))) return item
  const said = subjectIn(text, from, item.anchor.start)
  return said?.value === 'per-member' ? { ...item, scope: said } : item
}
