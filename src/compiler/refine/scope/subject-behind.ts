import type { Draughted, Found, Item } from '#compiler/read/item.ts'
import type { Scope } from '#core/draft/reading.ts'

/** 11月25日前，各单位形成总结; 每月25日前由承办科室更新: who acts stands behind the date. */
export function subjectBehind({ sentence: { text, parts } }: Draughted, item: Item): Found<Scope> | null {
  if (item.mark.type !== 'date' && item.mark.type !== 'period' && item.mark.type !== 'limit') return null
  const part = parts[item.part]
  const next = parts[item.part + 1]
  const end = item.mark.end
  if (part === undefined) return null
  const by = /^由(?:各)?(?:承办|责任|牵头|主办|协办|相关)[\u4e00-\u9fff]{0,2}(?:科室|单位|部门|处室)/.exec(text.slice(end, part.end))
  if (by !== null) return { value: 'per-unit', words: { start: end, end: end + by[0].length } }
  const leader = /^由[\u4e00-\u9fff]{0,6}(?:院长|局长|书记|主任|庭长|校长|主要负责人|一把手)(?=签|主|听|审|带|召|组|牵|亲)/.exec(
    text.slice(end, part.end),
  )
  if (leader !== null) return { value: 'leader', words: { start: end, end: end + leader[0].length } }
  if (item.mark.type === 'limit' ? item.mark.start - part.start > 1 : item.mark.type !== 'date' || item.mark.words.start - part.start > 2)
    return null
  if (next === undefined || part.end - end > 1) return unitAt(text, end, part.end)
  return unitAt(text, next.start, next.end)
}

function unitAt(text: string, from: number, to: number): Found<Scope> | null {
  const level =
    /^(?:请|由)?[\u4e00-\u9fff]{0,4}各级[\u4e00-\u9fff]{0,6}?(?:政府|机关|部门|组织|单位|机构|法院|学校|医院)(?=要|应|须|将|完成|组织|开展|建立)/.exec(
      text.slice(from, to),
    )
  if (level !== null) return { value: 'per-unit', words: { start: from, end: from + level[0].length } }
  const unit =
    /^(?:请|由)?各(?!级|项|类|种|方|环节|位|自|地)[\u4e00-\u9fff]{1,10}?(?=、|完成|形成|报|上报|要|应|须|将|建立|制定|对|召开|组织|开展|明确|成立|提交|确定)/.exec(
      text.slice(from, to),
    )
  return unit === null ? null : { value: 'per-unit', words: { start: from, end: from + unit[0].length } }
}
