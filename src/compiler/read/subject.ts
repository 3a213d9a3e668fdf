import type { Scope } from '#core/draft/reading.ts'
import type { Found } from './item.ts'

type Row = readonly [pattern: RegExp, scope: Scope]

const LEADER =
  '(?:党组|党委|党支部|支部|党总支|工委|机关党委|县委|市委|区委|省委)?(?:书记|院长|检察长|局长|主任|厅长|市长|县长|区长|镇长|乡长|校长|董事长|总经理|台长|所长|处长|科长|站长|行长|会长|理事长|总队长|支队长|大队长|主要负责(?:人|同志)|主要领导|一把手|组长)'

/** Who a sentence may speak of. The last word before the number counts; of two that begin together the longer. */
const subjects: readonly Row[] = [
  [
    /(?:每[名位个]|各位|全体|其他)?(?:院|局|市|县|区|校|公司|集团|厅|委|党)?(?:党组|党委|领导)?(?:班子)?成员|班子副职|分管领导|(?:院|局|市级|县级|区级|校|处级|县处级|厅级|科级)领导(?:干部)?|党员领导干部|领导干部|党组成员|副职领导/g,
    'per-member',
  ],
  [
    /每(?:人|名[\u4e00-\u9fff]{1,10}?|位[\u4e00-\u9fff]{1,8}?)(?=每|至少|不少|联系|包|全|年|撰|参|[^\u4e00-\u9fff])|人均|每人|每名|每位|(?:全体|各)?(?:法官|教师|干警|党员|干部|民警|职工|医师|辅导员)(?:人均|每人)/g,
    'per-member',
  ],
  [
    /各(?:级|地|单位|部门|科室|处室|支部|党支部|县区?|市县?|区县?|乡镇|镇街?|街道|村|社区|基层法院|人民法庭|庭室|学校|医院|企业|县市区|专业|二级学院|责任单位|责任部门|成员单位|子公司|机构|小组|党组织|业务庭|派出法庭|法院|院系|学院|班级|所|站|园区|项目部|监管所|承办单位)/g,
    'per-unit',
  ],
  // where somebody goes to is not who goes: 班子成员到联系的基层法院蹲点
  [
    /(?:承办|责任|牵头|成员)单位|责任部门|(?<!(?:[到赴对]|深入|前往|联系|联系的|下沉|走访|指导)(?:所在?)?)基层(?:法院|党组织|单位)/g,
    'per-unit',
  ],
  [
    /各(?!级|项|类|种|方|环节|位|自)[\u4e00-\u9fff]{0,6}?(?:部门|单位|馆|所|室|区|院|校|局|站|中心|企业|机构|科室|支部|镇|村|县|市)/g,
    'per-unit',
  ],
  [
    new RegExp(
      `(?<![副总])(?<!习近平总?)(?:${LEADER}|庭长)(?!会|联席|办公|接待日|信箱|热线|述|督|制|[任兼担]|为组|[\\d一二三四五六七八九十百两]+名)`,
      'g',
    ),
    'leader',
  ],
  [/(?:课题|项目|企业|部门|科室|学院|支部|车间|班组)(?:主要)?(?:负责人|主持人)(?=须|应|要|每)/g, 'per-member'],
  [/[河湖林田路街]长(?=每|年|至少|不少)/g, 'per-member'],
  [/(?:科室?主任|护士长|分管负责同志|(?:部门|科室|支部|庭室)(?:主要)?负责人|中层干部)(?!会|[任兼担])/g, 'per-member'],
  [
    /(?<!对)(?:[在新]职?职工|(?:一线|新)?员工|安全总监|分管负责人|独立董事|客户经理|全员|教授|教师|教职工|护林员|驾驶员|网格员|辅导员|班主任|专家|护士|医师|(?:执法|管理|工作|岗位|从业)人员)(?=每|全年|年度|至少|不少|上岗|到岗)/g,
    'per-member',
  ],
  [
    /(?:机构|景区|场所|实验室|学校|企业|医院|馆|(?:乡镇|街道|社区|村级?|基层)[\u4e00-\u9fff]{0,7}(?:站|中心|所)|支部|乡镇|社区|工地|供水工程|门店|病区|食堂|网点|站点|车间|班组|园区|检测室|幼儿园|卫生院)(?=每[年月季周日天半两]|[按逐][月季周])/g,
    'per-unit',
  ],
  [/(?:领导小组|专班|工作组)(?=,)/g, 'org'],
  [
    /(?:整改|[^承主举开联包督合协交催查创经申补帮自试、,][^承主举开联包督合协交催查创经申补帮自试])办(?=每|要|应|须|按|牵头|建立|负责|会同|组织|汇总|\d)|(?:(?!各|每|所有)[\u4e00-\u9fff]){2,8}局(?=每|牵头|负责|会同)/g,
    'org',
  ],
  [
    /(?:办公室|专班|领导小组|督查室|机关党委|[审整改巡督]\S办|党组会?|党委会?|中心组|董事会|工作组|委员会|[监管政治审计财务党建](?:部|科|处|股)|执行局|[审立执]\S庭|支队|中队|县政府|市政府)(?=每|要|应|须|按|牵头|定期|于|逐|至少)/g,
    'org',
  ],
]

/** Words that make a person the one to whom something is done: 听取班子成员…汇报, 与院长谈话. */
const isObject = /(?:听取|约谈|走访|慰问|看望|督促|提醒|[与同向对为给被由])(?:[\u4e00-\u9fff]{1,8}、)*$/

/** What a number holds for, each time: 每案, 每次会议, 每份文件. Only within its own part. */
const occasions: readonly Row[] = [
  [/每(?:案|件|起|户|宗|例|笔|名(?:当事人|群众|患者|信访人)|一?案件)/g, 'per-case'],
  [
    /每(?:次|场|期|份|篇|节|堂|套|项|轮|册|部|批)|单[次场篇件]|(?:电梯|设施|设备|车辆|锅炉|桥梁|压力容器)(?=每[年月季周日天半两])/g,
    'per-item',
  ],
  [/(?:老年人|老人|患者|群众|客户|家庭|居民|人群|欠款)(?=每[年月季周天日半两]|[按逐][月季周])|的(?=[按逐][年月季])/g, 'per-case'],
  [
    /(?:对|为)[^,;]{0,12}(?:单位|企业|机构|支部|乡镇|学校|医院)(?:“?一把手”?|主要负责人|负责人|主要领导)|对(?:所属|下属)[^,;]{0,6}(?:单位|企业)/g,
    'per-unit',
  ],
  [/(?:人均|每人|每名|每位)/g, 'per-member'],
  [
    /对[^,;]{0,12}(?:企业|单位|食堂|支部|部门|学校|乡镇|县区|机构|医院|门店|场所)(?=每)|(?:所有|全部)(?:市县|县区|乡镇|街道|部门|单位|企业)|各(?=不少于|不低于|至少|\d)/g,
    'per-unit',
  ],
  [/(?:各|每)(?:个|所|家|座|处|自|支|县|镇|乡|村|区|市|校|院|科|部门|单位)/g, 'per-unit'],
]

/** The one a number holds for, said in its own part before it. */
export function occasionIn(text: string, from: number, to: number): Found<Scope> | null {
  return lastOf(occasions, text, from, to)
}

/** The one the sentence speaks of, up to a place. */
export function subjectIn(text: string, from: number, to: number): Found<Scope> | null {
  return lastOf(subjects, text, from, to)
}

function lastOf(rows: readonly Row[], text: string, from: number, to: number): Found<Scope> | null {
  // What follows the place decides whether a word before it is a subject: 老年人｜按周.
  const slice = text.slice(from, to + 2)
  let best: { start: number; end: number; value: Scope } | null = null
  for (const [pattern, value] of rows)
    for (const match of slice.matchAll(pattern)) {
      const [start, end] = [from + match.index, from + match.index + match[0].length]
      if (end > to || isObject.test(slice.slice(0, match.index))) continue
      if (best === null || end > best.end || (end === best.end && start < best.start)) best = { start, end, value }
    }
  return best === null ? null : { value: best.value, words: { start: best.start, end: best.end } }
}
