import { isQuantity, type Draughted, type Found, type Item } from '#compiler/read/item.ts'
import { partAt, type Extent } from '#compiler/source/sentence.ts'
import { recurs } from '../attach-dates.ts'
import type { Scope } from '#core/draft/reading.ts'

const body =
  /^(?!各|每|全体|所有)[\u4e00-\u9fff]{1,10}(?:委|办|局|部|处|科|组|室|中心|专班|庭|队|会|司|所|站|馆|小组|部门|机关|层面)(?=每|逐|按(?![照规要])|于|要(?!求)|应(?!急)|须|至少|定期|负责|牵头|对|将|全程|随机)/

/** 书记每月调度1次，校纪委每周跟踪: the next part speaks of somebody else. */
export function isNewTopic({ sentence: { text, parts } }: Draughted, item: Item, said: Found<Scope>): boolean {
  const part = parts[item.part]
  if (part === undefined || !('words' in said) || said.words.start >= part.start) return false
  return body.test(text.slice(part.start, part.end))
}

/** 书记带头填报，每月核查通报: who leads the way in one part need not act in the next. */
export function leadsOnly(draught: Draughted, item: Item, said: Found<Scope>): boolean {
  const { sentence } = draught
  return (
    !isOfPartBefore(draught, item) &&
    'words' in said &&
    partAt(sentence, said.words.start) < item.part &&
    /^(?:要|应)?(?:率先|带头)/.test(sentence.text.slice(said.words.end)) &&
    !/[到赴]|调研|蹲点|[讲谈]|接访|[包联]|撰写|办案|参加|陪餐|值班/.test(
      sentence.text.slice(sentence.parts[item.part]?.start, sentence.parts[item.part]?.end),
    )
  )
}

/** 亲自主持召开: done in person, though others are there. */
const personally = /主持|亲自|带头|带队|主讲/

/** 县级领导每人包案2件，6月底前化解; 班子成员每季度听取汇报1次，每月通报: what is done once, or by the office, is not done by each. */
export function isShared(draught: Draughted, item: Item, said: Found<Scope>): boolean {
  if (!('words' in said)) return false
  if (said.value === 'per-unit') return closesAll(draught, item, said.words)
  return (said.value === 'per-member' || said.value === 'leader') && isOfAll(draught, item, said.value, said.words)
}

/** 各部门每月报送进展，10月15日前完成集中整改: the date that ends the work of all. */
function closesAll({ sentence, items }: Draughted, item: Item, words: Extent): boolean {
  if (item.kind !== 'deadline' || item.value !== null) return false
  const part = partAt(sentence, words.start)
  const deed = sentence.text.slice(item.anchor.end, sentence.parts[item.part]?.end)
  return part < item.part && !/报|提交|自查/.test(deed) && items.some((other) => other.part === part && recurs(other))
}

function isOfAll(draught: Draughted, item: Item, value: 'per-member' | 'leader', words: Extent): boolean {
  const { sentence } = draught
  const behind = sentence.text.slice(item.anchor.start, sentence.parts[item.part]?.end)
  const between = sentence.text.slice(words.end, item.anchor.start)
  // 院领导轮流接访; 领导包案、每10天一调度
  if (/轮流|轮值|轮班/.test(between) || (between.includes('、') && /^[^,]{0,8}(?:通报|调度|督办|汇总|会商|会办|研判|例会)/.test(behind)))
    return true
  if (partAt(sentence, words.start) === item.part) return false
  if (isOfPartBefore(draught, item)) return false
  if (
    !personally.test(sentence.text.slice(sentence.parts[item.part]?.start, item.anchor.start)) &&
    /联合办|举办|承办|组织[^,]{0,12}(?:座谈|活动|培训|比赛)|召开/.test(
      sentence.text.slice(sentence.parts[item.part]?.start, item.anchor.start),
    )
  )
    return true
  if (value === 'per-member' && isQuantity(item.mark) && /^(?:期|场|场次)$/.test(item.mark.unit)) return true
  // 每人每年领题1项，11月底前形成报告
  if (
    item.kind === 'deadline' &&
    /^[^,]{0,6}(?:形成|提交|撰写|完成)[^,]{0,8}(?:报告|文章|心得|课题|成果|材料)/.test(
      sentence.text.slice(item.anchor.end, sentence.parts[item.part]?.end),
    )
  )
    return false
  if (isQuantity(item.mark) && item.kind === 'duration' && /^(?:小时|分钟)$/.test(item.mark.unit) && !recurs(item)) return true
  if (/^(?:全体|人人|各)/.test(sentence.text.slice(words.start, words.end)) && item.kind === 'deadline') return false
  if (/^.{0,4}(?:通报|会办|汇总|评估|考核|调度|观摩|公示|公开|公布)/.test(behind)) return true
  return (
    value === 'per-member' &&
    (/召开|推进会|座谈会/.test(behind) || (item.kind === 'deadline' && item.value === null) || (!recurs(item) && item.date?.words != null))
  )
}

/** 班子成员带头到联系点宣讲，每年不少于4场: nothing but the number of what the part before does. */
function isOfPartBefore({ sentence: { text, parts }, items }: Draughted, item: Item): boolean {
  return (
    isQuantity(item.mark) &&
    /^(?:每[年月周季]度?|全年|年内)?(?:不少于|至少|不低于|各)*$/.test(text.slice(parts[item.part]?.start, item.anchor.start)) &&
    !items.some(({ part }) => part === item.part - 1)
  )
}
