import type { Scope } from '#core/draft/reading.ts'

/** Words and the scope they have, or how it follows from them; and the character without which there are none. */
export type Row = readonly [pattern: RegExp, scope: Scope | ((words: string) => Scope), without?: string]

/** Endings of words for people: 各支部书记, 每名检察官, 各牵头领导. */
const person =
  /(?:成员|领导|干部|党员|干警|警员|辅警|法官|检察官|教师|导师|医师|护士|员工|职工|民警|人员|同志|代表|委员|[主班]任|书记|[^市县区乡镇州]长|负责人|责任人|专干|专员|网格员|辅导员|联络员|骨干|学员|学生|理事|经理)$/

const matter = /^每(?:一|个|宗|起)*[\u4e00-\u9fff]*(?:案|案件|诉求|工单|线索|投诉|信访件|申请|病例)$/
const thing = /^每(?:一|个)*[\u4e00-\u9fff]*(?:问题|任务|项目|展览|课程|演出|课题|活动|会议|文件|合同|事项|设备|工程|样品|标段|点位)$/

/** Each of those: people, matters, things, or offices. */
export function ofEach(words: string): Scope {
  if (/^每[名位][\u4e00-\u9fff]{0,4}(?:当事人|群众|患者|信访人|监测|学生|老人|儿童)/.test(words)) return 'per-case'
  if (/^每[名位人]/.test(words)) return 'per-member'
  if (matter.test(words)) return 'per-case'
  if (thing.test(words)) return 'per-item'
  return person.test(words) ? 'per-member' : 'per-unit'
}

/** Words of a rhythm that follow whoever acts: 每季度, 每学期, 每个工作日, 逐月, 按周. */
export const EACH =
  '(?:每(?:[日天晚周旬月季年两双半班]|星期|学[期年]|个?(?:工作日|季度|月|学期)|\\d{1,2}(?:个?月|年|天|周)|[三四五六十](?:个?月|年|天|周))|[按逐][日天周旬月季年])'
