import { isQuantity, type Item } from '#compiler/read/item.ts'

/** 会议时间不超过1小时, 参会人数不少于5人, 3000字以内: what each document or meeting may have. */
export function measuresDocument({ kind, mark }: Item, lead: string, own: string): boolean {
  if (!isQuantity(mark) || kind === 'deadline' || kind === 'ratio' || kind === 'trend') return false
  if (mark.unit === '字') return !/笔记|心得/.test(own)
  return (
    /^(?:[页人元]|分钟|小时|天|日|工作日)$/.test(mark.unit) &&
    /(?:材料(?![费成消款])|文件|简报|报告|篇幅|会期|会议时间|研讨时间|[参到陪列出][加会场席餐]人数|公告(?:期限?|时间)|公示期|意向公开时间|全[市县区省]性会议|大会)[^,;。]{0,8}$/.test(
      lead,
    )
  )
}
