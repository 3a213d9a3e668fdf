import type { Topic } from './token.ts'
import { topicOf } from './topic.ts'

/** What a column holds. `serial` 序号; `category` 类别; `score` 分值, 评分标准 (no promise); `remark` 备注; `schedule` 序时进度. */
export type ColumnMeaning = Topic | 'serial' | 'category' | 'score' | 'remark' | 'schedule' | 'unknown'

/** A column that holds what is due by a part of the year: 一季度, 上半年目标, 1—3月, 6月底前. */
const PERIOD = String.raw`(?:第?[一二三四1-4]季度|[上下]半年|(?:1[0-2]|[1-9])月?(?:[-~至到](?:1[0-2]|[1-9]))?月(?:份|底前?)?|年底前?)(?:(?:工作|阶段|推进)?(?:目标|任务|计划|进度|要求|安排|节点){1,2})?`

const patterns: readonly (readonly [ColumnMeaning, RegExp])[] = [
  ['serial', /^(?:序号?|编号|No\.?|NO\.?|项次|序列|排序|问题(?:序号|编号)|任务(?:序号|编号)|项)$/],
  ['schedule', new RegExp(`^${PERIOD}$`)],
  ['score', /分值|得分|权重|评分|扣分|加分|考核标准|计分|自评/],
  ['remark', /^(?:备注|说明|备考|附注)$/],
  // 完成标准及时间要求: more than a time
  ['measure', /(?:标准|目标|内容|措施|任务|要求|事项)(?:及|和|与|、)(?:完成|整改|工作)?(?:时限|时间|进度|期限|节点)/],
  ['timeLimit', /时限|期限|时间|截止|日期|节点/],
  ['schedule', /进度(?:安排|计划|要求)|时序|序时|推进计划|分解/],
  ['supportingOrg', /配合|协助|协办|协同|参与|会办/],
  ['other', /督办|督导|监督|验收|联系|审核/],
  ['mixed', /责任.{0,4}(?:及|和|、|\/|\().{0,4}人|(?:责任|牵头)?(?:领导|单位|部门)(?:及|和|、|\/|\()/],
  ['leader', /领导|牵头人|包案|包保/],
  ['owner', /责任人|负责人|承办人|经办人|落实人/],
  [
    'leadOrg',
    /(?:责任|牵头|主责|主办|承办|落实|实施|整改|主管)(?:单位|部门|[部科处股庭院队]室|院系|主体|机构|站所|党组织|支部|机关|专班|[站所队科处股部局]$)|^(?:责任|牵头|单位|部门|科室|处室|责任体系|主办|承办|责任分工|责任落实)$/,
  ],
  ['nature', /性质|整改(?:类型|类别|分类)|^类型$/],
  ['progress', /进展|完成情况|整改情况|落实情况|办理情况|进度情况|成效|结果|整改状态|^状态$|是否/],
  ['cause', /原因|根源/],
  ['finding', /问题(?!类别|类型|分类|领域)|表现|不足|短板|反馈意见|现状|短板|隐患/],
  ['category', /类别|类型|分类|方面|领域|项目|类$|科目|维度|板块|一级指标|来源/],
  ['objective', /目标|预期|指标|成果|标准/],
  ['measure', /措施|举措|任务|要点|内容|事项|工作|做法|要求|清单|步骤|计划|安排|考核/],
]

/** What a column is for, by the words of its heading (folded); `unknown` where they say nothing. */
export function meaningOf(heading: string): ColumnMeaning {
  const words = heading.replaceAll(/\s/g, '')
  if (/分解\/时序|任务分解/.test(words)) return 'schedule'
  return patterns.find(([, pattern]) => pattern.test(words))?.[0] ?? topicOf(words) ?? 'unknown'
}

const heading =
  /^(?:序号?|编号|No\.?|项次|备注|说明|责任|牵头|单位|部门|领导|科室|处室|类别|类型|分值|得分|权重|状态|时限|进展)$|(?:问题|措施|举措|任务|要点|内容|事项|做法|要求|清单|步骤|计划|安排|目标|指标|标准|成果|时限|期限|时间|日期|节点|进度|进展|情况|成效|结果|性质|类别|类型|分类|领导|单位|部门|科室|处室|股室|庭室|主体|责任人|负责人|承办人|经办人|联络人|名称|原因|项目|表现|意见|方面|领域|责任体系)(?:\(.{1,12}\))?$/

/** 挂帅领导, 承办站所, 配合村(站): whoever they are. */
const duty = /^(?:牵头|责任|主责|主办|承办|协办|配合|协同|参与|主管|分管|挂帅|包保|包抓|挂点|落实|实施)[\u4e00-\u9fff]{1,4}(?:\(.{1,6}\))?$/
const period = new RegExp(`^${PERIOD}$`)

/** Whether a cell reads like the heading of a column. `cell` folded. */
export function isHeaderCell(cell: string): boolean {
  const words = cell.replaceAll(/\s/g, '')
  return (
    period.test(words) ||
    duty.test(words) ||
    (words.length > 0 && words.length <= 14 && !/[。;,:\d]/.test(words.replace(/\(.*\)$/, '')) && heading.test(words))
  )
}
