import { isLimit, type Item } from '#compiler/read/item.ts'
import type { Scope } from '#core/draft/reading.ts'

/** 收到反馈意见之日起: an event that comes once. */
const once =
  /(?:收到|接到)[^,;]{0,6}(?:反馈|审计|巡视|巡察|整改)?(?:意见|报告|通知书?|通报|决定书?)[^,;]{0,3}(?:之日|后|起)|(?:集中整[改治]|专项整治|专项行动|巡[察视]|检查|(?<![决结]算)审计|全部工作)(?:结束|完成|期满)(?:之日|后)|(?<![一-龥])自?反馈之日|报送[^,;]{0,12}(?:巡察|巡视|审计|整改)[\u4e00-\u9fff]{0,4}之日/

const documents =
  /(?:公文|文件|公开信息|结果|名单|急件|平件|简报|纪要|纪录|会议记录|合同|档案|(?<![自从])公告|课题|结题|(?:检察|司法|监察|审计|整改)建议书?|提示函|督办[函单]|(?:审计|评估|检查|调研|鉴定|检测)报告)[^,]{0,8}$/
const people =
  /(?:(?:新[入任进提录]|入职|转任|提任|轮岗|岗位)[^,]{0,6}(?:人员|干部|教师|职工|员工|干警|党员)?|(?:人员|教师|职工|员工|干警|检察官|法官))[^,]{0,6}$/

/** 公文3日内办结; 新入职人员上岗1个月内: a limit for each document, for each of these people. */
export function perEach(item: Item, lead: string): Scope | null {
  if (item.value === null || (item.kind !== 'deadline' && !(item.kind === 'duration' && item.comparator.value === '<='))) return null
  return documents.test(lead.replace(/由[^,]{0,12}(?=压[缩减降]|缩[短减]|降|减)/, ''))
    ? 'per-item'
    : people.test(lead)
      ? 'per-member'
      : null
}

/** 三年内基本补齐, 一个月内清退: months or years from now, said of no event. */
function isTerm({ mark }: Item, lead: string): boolean {
  return (
    isLimit(mark) &&
    /^[年月]$/.test(mark.unit) &&
    !/(?:项目|案件|线索|诉求|申请)$/.test(lead) &&
    mark.start >= mark.number.start &&
    !/(?:后|起|之日)[^,]{0,2}$/.test(lead)
  )
}

/** A limit from an event, or a cap on the time something takes, holds for each case. */
export function isPerCase(item: Item, lead: string, whole: string): boolean {
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
    !/平均(?!.{0,2}(?:移送|审理|办理|办结|审批|执行|处理|流转))|(?<![理均案])天数|间隔|作业|停留|中位数|高峰/.test(lead)
  )
}

/** 建议发出后两个月内跟踪，逾期未复的10日内催办: one limit behind another holds for the same. */
export function likeBefore(item: Item, previous: Item | undefined): Item {
  const isImplied = item.scope !== null && 'because' in item.scope && item.scope.because === 'time-limit'
  const follows = item.mark.type === 'limit' && previous?.mark.type === 'limit' && previous.part >= item.part - 1
  // 投用后3个月内转固，12个月内决算
  if (follows && item.scope === null && previous.scope?.value === 'per-case' && item.part - previous.part === 1)
    return { ...item, scope: previous.scope }
  // 竣工后3个月内结算、6个月内决算
  if (follows && item.scope === null && previous.part === item.part) return { ...item, scope: previous.scope }
  return follows && isImplied && previous.scope?.value === 'per-item' ? { ...item, scope: previous.scope } : item
}
