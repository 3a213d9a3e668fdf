import type { Scope } from '#core/draft/reading.ts'
import type { Found } from './item.ts'

/** The scope that words have, or how it follows from them; and the character without which there are none. */
type Row = readonly [pattern: RegExp, scope: Scope | ((words: string) => Scope), without?: string]

/** Endings of words for people: 各支部书记, 每名检察官, 各牵头领导. */
const person =
  /(?:成员|领导|干部|党员|干警|警员|辅警|法官|检察官|教师|导师|医师|护士|员工|职工|民警|人员|同志|代表|委员|[主班]任|书记|[^市县区乡镇州]长|负责人|责任人|专干|专员|网格员|辅导员|联络员|骨干|学员|学生|理事|经理)$/

/** Each of those: people, or offices. */
function ofEach(words: string): Scope {
  if (/^每[名位](?:当事人|群众|患者|信访人|监测|学生|老人|儿童)/.test(words)) return 'per-case'
  if (/^每[名位人]/.test(words)) return 'per-member'
  return person.test(words) ? 'per-member' : 'per-unit'
}

/** What follows whoever a sentence speaks of. */
const ACTS =
  '(?=每|逐|按(?![照规要])|至少|不少于|不低于|不得少于|不多于|要(?!领导|负责|求)|应(?!急)|须|于|全年|年内|年度|月均|均|统一|\\d|、|,|对|在|明确|确定|制定|形成|上报|报送|主要|一把手)'

const LEADER =
  '(?:党组|党委|党支部|支部|党总支|工委|机关党委|县委|市委|区委|省委)?(?:书记|院长|检察长|局长|主任|厅长|市长|县长|区长|镇长|乡长|校长|董事长|总经理|台长|所长|处长|科长|站长|行长|会长|理事长|总队长|支队长|大队长|主要负责(?:人|同志)|主要领导|一把手|组长)'

/** Who a sentence may speak of. The last word before the number counts; of two that begin together the longer. */
const subjects: readonly Row[] = [
  [
    /(?:每[名位个]|各位|全体|其他)?(?:院|局|市|县|区|校|公司|集团|厅|委|党)?(?:党组|党委|领导)?(?:班子)?成员|班子副职|分管领导|(?:[院局校矿厂所站镇乡行社]|市级|县级|区级|处级|县处级|厅级|科级)领导(?:干部)?|党员领导干部|领导干部|党组成员|副职领导/g,
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
      `(?<![副总])(?<!习近平总?)(?:${LEADER}|庭长)(?!会|联席|办公|接待日|信箱|热线|述|督|制|集中|轮训|培训|任期|[任兼担]|为组|[\\d一二三四五六七八九十百两]+名)`,
      'g',
    ),
    'leader',
  ],
  [
    new RegExp(
      String.raw`(?<=^|[^\u4e00-\u9fff]|[院局市县区委校厅团司镇级下内属]|[对由请在与和及向令]|组织|督促|指导|要求|推动)各(?!级|项|类|种|方|环节|位|自|地|个|不|至|开展|组织|[一二三]|\d)[\u4e00-\u9fff]{1,9}?${ACTS}`,
      'g',
    ),
    ofEach,
    '各',
  ],
  [/各[\u4e00-\u9fff]{2,8}?(?:院长|检察长|局长|校长|书记|主任|镇长|乡长|所长|站长|经理)/g, 'per-member'],
  [
    /(?:支行|网点|社区|[^一-龥]村|行政村|乡镇|镇街|街道|基层[\u4e00-\u9fff]{0,2}|院系|学院|班组|庭室|支部)(?:党支部|党组织|党委)?(?:行长|书记|主任|院长|组长|支书)(?!集中|轮训|培训|会)/g,
    'per-member',
  ],
  [
    /(?:[^人成委]员|[^有关何多]人员|师|支书|法官|检察官|干部|(?<![个本专事老多他每何])人(?!员|均)|干警|职工|工人|医生|护士)(?=每[日天周月季年两半班])/g,
    'per-member',
    '每',
  ],
  [
    /(?:[局院校市县区集]属(?:各)?单位|(?:所|下|直)属(?:各)?(?:单位|企业|机构)|(?:参建|合作|承建|外委|施工|监理|重点|用能|成员|会员)单位|队伍|供货商|供应商|承包商|服务商|运营商|取水户|用水户|公厕|[省市县区]级[\u4e00-\u9fff]{2,10}(?:部门|单位|机构))(?=每)/g,
    'per-unit',
  ],
  // 其他院领导由案管办逐月通报: who acts, though somebody else stands before
  [/由[\u4e00-\u9fff]{2,9}?(?:办|部|科|处|室|局|组|股|中心|委|专班|公司)(?=每|逐|按(?![照规要])|定期|牵头|负责)/g, 'org', '由'],
  [
    /(?<!分管|常务)副(?:院长|检察长|局长|主任|校长|书记|镇长|乡长|县长|市长|区长|总经理|所长|站长)(?=每|逐|至少|全年)|(?:小组|班)长(?=每|逐|至少|须)/g,
    'per-member',
  ],
  [
    /(?<=^|[,;、])每个?[\u4e00-\u9fff]{0,6}?(?:法庭|支部|乡镇|街道|村|社区|学院|科室|庭室|部门|单位|学校|企业|站所|所|站|医院|机构|园区|网点)(?=[每至不须应配设按要,、])/g,
    'per-unit',
    '每',
  ],
  // 市级每季度一场，县级全年两场
  [/(?<=[省市州]级[^。]*)[县区]级(?=每|全年)|(?<=[县区]级[^。]*)[乡镇]级(?=每|全年)|(?<=[乡镇]级[^。]*)村级(?=每|全年)/g, 'per-unit', '级'],
  [
    /党政正职|党政主要(?:领导|负责同志)|(?:厂|矿|园|社|队|部|司|院|馆|台|庭)长(?:\([^()]{1,8}\))?(?=带|不少于|每|至少|要|应|须|带头)/g,
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
    /(?<!(?:包联|联系|服务|走访|挂钩|帮扶|[对到赴])(?:所在|的)?)(?:机构|景区|场所|实验室|学校|企业|医院|馆|(?:乡镇|街道|社区|村级?|基层)[\u4e00-\u9fff]{0,7}(?:站|中心|所)|支部|乡镇|社区|工地|供水工程|门店|病区|食堂|网点|站点|车间|班组|区队|科室|庭室|股室|分局|分公司|项目部|派出所|大队|园区|检测室|幼儿园|卫生院|中心校|责任区|网格|小区|行政村|村组)(?=每[年月季周日天半两]|[按逐][月季周])/g,
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
const isObject =
  /(?:不少于|不低于|不超过|不高于|占|听取|约谈|走访|慰问|看望|督促|提醒|轮岗|交流|选派|选拔|选调|培训|轮训|招聘|招录|引进|配备|配齐|提拔|调整|推荐|表彰|培养|[与同向对为给被由]|(?<!应)对[\u4e00-\u9fff]{0,6})(?:[\u4e00-\u9fff]{1,8}、)*$/

/** What a number holds for, each time: 每案, 每次会议, 每份文件. Only within its own part. */
const occasions: readonly Row[] = [
  [/每(?:案|件|起|户|宗|例|笔|名(?:当事人|群众|患者|信访人)|一?案件)/g, 'per-case'],
  [
    /每(?:次|场|期|份|篇|节|堂|套|项|轮|册|部|批|车|辆|机|船|桥|餐|班次|趟|回|处|台|条)|单[次场篇件]|(?:电梯|设施|设备|机械|车辆|锅炉|桥梁|压力容器)(?=每[年月季周日天半两])/g,
    'per-item',
  ],
  [
    /(?:老年人|老人|患者|群众|客户|家庭|居民|人群|欠款|[贫监困脱低][\u4e00-\u9fff]{0,2}户|对象|儿童|当事人|申请人|工单|投诉|来信|(?<=对[^,]{0,8})学生)(?=每[年月季周天日半两]|[按逐][月季周])|的(?=[按逐][年月季])/g,
    'per-case',
  ],
  [
    /(?:对|为)[^,;]{0,12}(?:单位|企业|机构|支部|乡镇|学校|医院)(?:“?一把手”?|主要负责人|负责人|主要领导)|对(?:所属|下属)[^,;]{0,6}(?:单位|企业)/g,
    'per-unit',
  ],
  [/(?:人均|人人|每人|每名|每位)/g, 'per-member'],
  [/召开(?:支委会|党小组会|支部(?:党员)?大会)|(?<=(?:企业|单位|公司|门店).*)每[户家]/g, 'per-unit'],
  [/(?:同一|单个|单起)[^,;]{0,4}(?:案件?|事项|项目)/g, 'per-case'],
  [
    /对[^,;]{0,12}(?:企业|单位|食堂|支部|部门|学校|乡镇|县区|机构|医院|门店|场所)(?=每)|(?:所有|全部)(?:市县|县区|乡镇|街道|部门|单位|企业)|各(?=不少于|不低于|至少|\d)/g,
    'per-unit',
  ],
  [/(?:各|每)(?:个|所|家|座|自|支|县|镇|乡|村|区|市|校|院|科|部门|单位)/g, 'per-unit'],
  // 每社区每季, 每名检察官, 每个审判团队
  [
    /每(?![年月周季日天半旬双隔次场期份篇节堂套项轮册批案件起户宗例笔餐晚逢条只逾发超少吨亩公万千百\d一二三四五六七八九十两]|学[期年]|平方|处[^室]|台[^账]|部[^门]|增|完|查|到|有|出|召|组织|举|报|通)[\u4e00-\u9fff]{1,8}?(?=每|至少|不少|不低|不超|不多|不高|不得|全年|年内|年度|半年|\d|[一二三两]|设|配|建(?!设)|明确|确定|包|联系|抽)/g,
    ofEach,
    '每',
  ],
]

/** The one a number holds for, said in its own part before it. */
export function occasionIn(text: string, from: number, to: number): Found<Scope> | null {
  return lastOf(occasions, text, from, to, false)
}

/** The one the sentence speaks of, up to a place. */
export function subjectIn(text: string, from: number, to: number): Found<Scope> | null {
  return lastOf(subjects, text, from, to, true)
}

function lastOf(rows: readonly Row[], text: string, from: number, to: number, mustAct: boolean): Found<Scope> | null {
  if (to <= from) return null
  // What follows the place decides whether a word before it is a subject: 老年人｜按周.
  const slice = text.slice(from, to + 2)
  let best: { start: number; end: number; value: Scope } | null = null
  for (const [pattern, value, without] of rows) {
    if (without !== undefined && !slice.includes(without)) continue
    for (const match of slice.matchAll(pattern)) {
      const [start, end] = [from + match.index, from + match.index + match[0].length]
      if (end > to || (mustAct && isObject.test(slice.slice(Math.max(0, match.index - 24), match.index)))) continue
      if (best === null || end > best.end || (end === best.end && start < best.start))
        best = { start, end, value: typeof value === 'string' ? value : value(match[0]) }
    }
  }
  return best === null ? null : { value: best.value, words: { start: best.start, end: best.end } }
}
