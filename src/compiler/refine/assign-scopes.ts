import { isLimit, isQuantity, type Draughted, type Found, type Item, type Refiner } from '#compiler/read/item.ts'
import { occasionIn, subjectIn } from '#compiler/read/subject/find-subject.ts'
import { partAt } from '#compiler/source/sentence.ts'
import { recurs } from './attach-dates.ts'
import type { Scope } from '#core/draft/reading.ts'

/** For whom each promise holds: what its part says (每人, 每次), else whom the sentence speaks of, else the paragraph. */
export const assignScopes: Refiner = (draught) => {
  const items: Item[] = []
  for (const item of draught.items) {
    const whole = items.find(({ mark }) => mark === item.partOf?.mark) ?? item.partOf
    items.push(likeBefore(withScope(draught, { ...item, partOf: whole }), items.at(-1)))
  }
  return { ...draught, items }
}

/** 建议发出后两个月内跟踪，逾期未复的10日内催办: one limit behind another holds for the same. */
function likeBefore(item: Item, previous: Item | undefined): Item {
  const isImplied = item.scope !== null && 'because' in item.scope && item.scope.because === 'time-limit'
  const follows = item.mark.type === 'limit' && previous?.mark.type === 'limit' && previous.part >= item.part - 1
  // 竣工后3个月内结算、6个月内决算
  if (follows && item.scope === null && previous.part === item.part) return { ...item, scope: previous.scope }
  return follows && isImplied && previous.scope?.value === 'per-item' ? { ...item, scope: previous.scope } : item
}

function withScope(draught: Draughted, item: Item): Item {
  if (item.scope !== null) return item
  const { sentence } = draught
  const { text } = sentence
  const part = sentence.parts[item.part]
  const from = part?.start ?? 0
  const own = occasionIn(text, from, item.anchor.start)
  if (own !== null && 'words' in own)
    return {
      ...item,
      scope: own,
      extent:
        isGiven(item, own.words.start) || text.charAt(own.words.start) === '对'
          ? item.extent
          : { start: Math.min(item.extent.start, own.words.start), end: item.extent.end },
    }
  if (item.kind === 'coverage') return talksWithEach(item, text, from)
  const each = perEach(item, text.slice(from, item.anchor.start))
  if (each !== null) return { ...item, scope: { value: each, because: 'time-limit' } }
  if (measuresDocument(item, text.slice(from, item.extent.start))) return { ...item, scope: { value: 'per-item', because: 'closed-word' } }
  if (isPerCase(item, text.slice(from, item.anchor.start), text.slice(0, item.anchor.start)))
    return { ...item, scope: { value: 'per-case', because: 'time-limit' } }
  if (item.partOf?.scope) return { ...item, scope: { value: item.partOf.scope.value, because: 'inherited-parent' } }
  if (item.kind === 'ratio' || item.kind === 'trend') return ofEachUnit(draught, item)
  if (
    isQuantity(item.mark) &&
    /^[学课]时$/.test(item.mark.unit) &&
    /(?:培训|学习|轮训|教育|研修)[^,;]*$/.test(text.slice(from, item.mark.start)) &&
    !/累计|合计|总[学课]时/.test(text.slice(from, item.mark.start))
  )
    return { ...item, scope: { value: 'per-member', because: 'closed-word' } }
  const said: Found<Scope> | null = subjectBehind(draught, item) ?? subjectIn(text, 0, item.anchor.start)
  if (said !== null && !leadsOnly(draught, item, said) && !isShared(draught, item, said) && !isNewTopic(draught, item, said))
    return {
      ...item,
      scope: said.value === 'leader' && 'words' in said && isOneOfMany(text, said.words.start) ? { ...said, value: 'per-member' } : said,
    }
  const above = draught.before.headScope ?? null
  return above === null || (item.kind !== 'count' && item.kind !== 'duration')
    ? item
    : { ...item, scope: { value: above, because: 'inherited-parent' } }
}

/** 各业务庭室实行包干，庭长每季度指导1次: every one of those has its own. */
function isOneOfMany(text: string, until: number): boolean {
  return subjectIn(text, 0, until)?.value === 'per-unit'
}

/** 收到反馈意见之日起: an event that comes once. */
const once =
  /(?:收到|接到)[^,;]{0,6}(?:反馈|审计|巡视|巡察|整改)?(?:意见|报告|通知书?|通报|决定书?)[^,;]{0,3}(?:之日|后|起)|(?:集中整[改治]|专项整治|专项行动|巡[察视]|检查|(?<![决结]算)审计|全部工作)(?:结束|完成|期满)(?:之日|后)|(?<![一-龥])自?反馈之日|报送[^,;]{0,12}(?:巡察|巡视|审计|整改)[\u4e00-\u9fff]{0,4}之日/

/** 班子成员与部门负责人谈心谈话全覆盖: held by each of them with each. */
function talksWithEach(item: Item, text: string, from: number): Item {
  if (!/与[^,;]*谈[心话]/.test(text.slice(from, item.anchor.start))) return item
  const said = subjectIn(text, from, item.anchor.start)
  return said?.value === 'per-member' ? { ...item, scope: said } : item
}

/** 会议时间不超过1小时, 参会人数不少于5人, 3000字以内: what each document or meeting may have. */
function measuresDocument({ kind, mark }: Item, lead: string): boolean {
  if (!isQuantity(mark) || kind === 'deadline' || kind === 'ratio' || kind === 'trend') return false
  if (mark.unit === '字') return true
  return (
    /^(?:[页人元]|分钟|小时|天|日|工作日)$/.test(mark.unit) &&
    /(?:材料(?![费成消款])|文件|简报|报告|篇幅|会期|会议时间|研讨时间|[参到陪列出][加会场席餐]人数|公告期|公示期)[^,;。]{0,8}$/.test(lead)
  )
}

const documents =
  /(?:公文|文件|公开信息|结果|名单|急件|平件|简报|纪要|纪录|会议记录|合同|档案|(?<![自从])公告|课题|结题|(?:检察|司法|监察|审计|整改)建议书?|提示函|督办[函单]|(?:审计|评估|检查|调研|鉴定|检测)报告)[^,]{0,8}$/
const people =
  /(?:(?:新[入任进提录]|入职|转任|提任|轮岗|岗位)[^,]{0,6}(?:人员|干部|教师|职工|员工|干警|党员)?|(?:人员|教师|职工|员工|干警|检察官|法官))[^,]{0,6}$/

/** 公文3日内办结; 新入职人员上岗1个月内: a limit for each document, for each of these people. */
function perEach(item: Item, lead: string): Scope | null {
  if (item.value === null || (item.kind !== 'deadline' && !(item.kind === 'duration' && item.comparator.value === '<='))) return null
  return documents.test(lead.replace(/由[^,]{0,12}(?=压[缩减降]|缩[短减]|降|减)/, ''))
    ? 'per-item'
    : people.test(lead)
      ? 'per-member'
      : null
}

/** 各基层法院每月自查不少于5%: a share holds for each office that its own part begins with. */
function ofEachUnit({ sentence: { text, parts } }: Draughted, item: Item): Item {
  const from = parts[item.part]?.start ?? 0
  const said = subjectIn(text, from, item.anchor.start)
  if (said === null || !('words' in said) || (said.value !== 'per-unit' && said.value !== 'per-member')) return item
  const begins = /^(?:入额|其他|全体|员额)?$/.test(text.slice(from, said.words.start))
  // 入额院领导办案数量不少于平均数的30%: what each of them does
  const counts = said.value === 'per-member' && /^[^,]{0,6}(?:数量?|量|时间|天数|次数)/.test(text.slice(said.words.end, item.anchor.start))
  return begins && (recurs(item) || counts) ? { ...item, scope: said } : item
}

/** 11月25日前，各单位形成总结; 每月25日前由承办科室更新: who acts stands behind the date. */
function subjectBehind({ sentence: { text, parts } }: Draughted, item: Item): Found<Scope> | null {
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
  const unit =
    /^(?:请|由)?各(?!级|项|类|种|方|环节|位|自|地)[\u4e00-\u9fff]{1,10}?(?=、|完成|形成|报|上报|要|应|须|将|建立|制定|对|召开|组织|开展|明确|成立|提交|确定)/.exec(
      text.slice(from, to),
    )
  return unit === null ? null : { value: 'per-unit', words: { start: from, end: from + unit[0].length } }
}

const body =
  /^(?!各|每|全体|所有)[\u4e00-\u9fff]{1,10}(?:委|办|局|部|处|科|组|室|中心|专班|庭|队|会|司|所|站|馆|小组|部门|机关|层面)(?=每|逐|按(?![照规要])|于|要(?!求)|应(?!急)|须|至少|定期|负责|牵头|对|将|全程|随机)/

/** 书记每月调度1次，校纪委每周跟踪: the next part speaks of somebody else. */
function isNewTopic({ sentence: { text, parts } }: Draughted, item: Item, said: Found<Scope>): boolean {
  const part = parts[item.part]
  if (part === undefined || !('words' in said) || said.words.start >= part.start) return false
  return body.test(text.slice(part.start, part.end))
}

/** 三年内基本补齐, 一个月内清退: months or years from now, said of no event. */
function isTerm({ mark }: Item, lead: string): boolean {
  return isLimit(mark) && /^[年月]$/.test(mark.unit) && mark.start >= mark.number.start && !/(?:后|起|之日)[^,]{0,2}$/.test(lead)
}

/** A limit from an event, or a cap on the time something takes, holds for each case. */
function isPerCase(item: Item, lead: string, whole: string): boolean {
  // 方案印发后一个月内: the plan comes out once.
  if (item.kind === 'deadline')
    return (
      item.value !== null &&
      item.period === null &&
      !isTerm(item, lead) &&
      !once.test(whole) &&
      !/(?:方案|通知|意见|报告|决定)(?:印发|下发|发布|上报|公布)(?:之日|之后|后)/.test(lead)
    )
  return (
    item.kind === 'duration' &&
    item.comparator.value === '<=' &&
    !/平均(?!.{0,2}(?:移送|审理|办理|办结|审批|执行|处理|流转))|间隔|作业|停留|中位数|高峰/.test(lead)
  )
}

/** 书记带头填报，每月核查通报: who leads the way in one part need not act in the next. */
function leadsOnly({ sentence }: Draughted, item: Item, said: Found<Scope>): boolean {
  return (
    'words' in said &&
    partAt(sentence, said.words.start) < item.part &&
    /^(?:要|应)?(?:率先|带头)/.test(sentence.text.slice(said.words.end)) &&
    !/[到赴]|调研|蹲点|[讲谈]|接访|[包联]|撰写|办案|参加|陪餐|值班/.test(
      sentence.text.slice(sentence.parts[item.part]?.start, sentence.parts[item.part]?.end),
    )
  )
}

/** 县级领导每人包案2件，6月底前化解; 班子成员每季度听取汇报1次，每月通报: what is done once, or by the office, is not done by each. */
function isShared({ sentence }: Draughted, item: Item, { value, ...said }: Found<Scope>): boolean {
  if ((value !== 'per-member' && value !== 'leader') || !('words' in said)) return false
  const behind = sentence.text.slice(item.anchor.start, sentence.parts[item.part]?.end)
  const between = sentence.text.slice(said.words.end, item.anchor.start)
  // 院领导轮流接访; 领导包案、每10天一调度
  if (/轮流|轮值|轮班/.test(between) || (between.includes('、') && /^[^,]{0,8}(?:通报|调度|督办|汇总|会商|会办|研判|例会)/.test(behind)))
    return true
  if (partAt(sentence, said.words.start) === item.part) return false
  if (
    /联合办|举办|承办|组织[^,]{0,12}(?:座谈|活动|培训|比赛)|召开/.test(
      sentence.text.slice(sentence.parts[item.part]?.start, item.anchor.start),
    )
  )
    return true
  if (value === 'per-member' && isQuantity(item.mark) && /^(?:期|场|场次)$/.test(item.mark.unit)) return true
  if (/^(?:全体|人人|各)/.test(sentence.text.slice(said.words.start, said.words.end)) && item.kind === 'deadline') return false
  if (/^.{0,4}(?:通报|会办|汇总|评估|考核|调度|观摩)/.test(behind)) return true
  return (
    value === 'per-member' &&
    (/召开|推进会|座谈会/.test(behind) || (item.kind === 'deadline' && item.value === null) || (!recurs(item) && item.date?.words != null))
  )
}

function isGiven(item: Item, start: number): boolean {
  return item.extent.start <= start
}
