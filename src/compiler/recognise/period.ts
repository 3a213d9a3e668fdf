import { readNumeral } from '#compiler/lexicon/numeral.ts'
import type { Period } from '#core/draft/reading.ts'
import type { PeriodMark, Recogniser } from './mark.ts'
import { matchesOf } from '#compiler/source/matches.ts'

type Unit = Period['unit']

const units: Readonly<Record<string, Unit>> = {
  日: 'day',
  天: 'day',
  晚: 'day',
  工作日: 'day',
  个工作日: 'day',
  个星期: 'week',
  周: 'week',
  星期: 'week',
  月: 'month',
  个月: 'month',
  月度: 'month',
  季: 'quarter',
  季度: 'quarter',
  个季度: 'quarter',
  半年: 'half-year',
  半年度: 'half-year',
  学期: 'half-year',
  年: 'year',
  年度: 'year',
  学年: 'year',
}

/** Activities that a period word before them makes recurring: 季度测试, 月度研判, 周调度. */
const ACTIVITY =
  '(?:集中|专题|专项|定期|全面|动态|联合|随机|实地|现场|跟踪|滚动|书面|交叉|风险|隐患|安全|工作|进度|进展|情况|信息|舆情|形势|质效|数据|运行)*' +
  '(?:排查|研判|测试|测评|通报|调度|例会|点评|会商|督查|督导|督办|检查|巡查|抽查|核查|清查|评查|分析|评估|报告|报送|汇报|汇总|小结|讲评|晾晒|比对|演练|推进会|联席会|碰头会|会议|复盘|自查|对账|轮训|回访|走访|提醒|更新|公示|公开|考评|评议|监测|预警|总结会|盘点|清点|核对|体检|述职|评定|结算|对账|观摩|总评|评比|擂台|述评)'
const UNIT = '(?:个?工作日|日|天|晚|周|个?星期|个?月度?|个?季度|季|半年度?|学期|学年|年度?)'
const COUNT = String.raw`(?:\d{1,2}|[一二两三四五六七八九十]{1,2})`
/** The day on which it falls each time: 每月25日前, 每年1月31日前, 每周五, 每季度末. */
const ON = String.raw`(?:的?第[一二三四]个?(?:周|星期|工作日)[一二三四五六日]?|第?[一二三四]季度|(?:\d{1,2}[日号][、和及])*(?:(?:(?:首|末|次|最后一?)个?[月周]|(?:1[0-2]|\d|十[一二]?|[一-九])月)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号](?:之?前|以前)?|(?:首|末|次|最后一?)个?(?:月|周|工作日)(?:底|末)?(?:(?:周|星期)?[一二三四五六日](?!次))?(?:下班|中午|\d{1,2}(?::\d\d|[时点]))?(?:之?前)?|(?:1[0-2]|\d|十[一二]?|[一-九])?月?[底末初](?:之?前)?|(?:[上中下]旬)(?:之?前)?|(?<=[周期])[一二三四五六日天](?![次场期篇项个家户件批轮至到-])(?:之?前)?))`

const each = new RegExp(`每[隔逢]?(?:(?<count>${COUNT})个?|(?<double>双)(?=[周月]))?(?<unit>半个?月|旬|${UNIT})(?<on>${ON})?`, 'g')
const by =
  /(?:逐|按)(?<unit>日|天|周|星期|旬|月度?|季度?|半年|年度?)(?![内期份之]|计[划算提]|核算|均衡|下降|递减|减少|提高|提升|增长|递增|上升|改善|好转|新增|增加)/g
const double =
  /(?<![每间相])隔(?<unit>周|月|日)(?=[\u4e00-\u9fff]{2})|双(?<next>周|月)(?=(?:调度|通报|研判|会商|督查|例会|点评|晾晒|观摩|报告|检查|推进))/g
const turn =
  /(?<![一二三四五六七八九十\d第])一?(?<unit>半年|季度|季|半月|月|周|日|年)一(?=调度|通报|研判|会商|督查|检查|小结|分析|点评|汇总|排查|报告|报送|例会|讲评|总结|考核|评比|评估|汇报|走访|提醒|督导|巡查|自查|更新|晾晒|复盘|清查|盘点|推进|会诊|听取|研究|主题|观摩|评选|公示|公布|统计|核对|盘点|排名|抽查|调研|学习|培训|演练|清洁|保洁)/g
/** 一季度一清欠, 一周一调度: with both numbers said, whatever is done. */
const oneByOne =
  /(?<![一二三四五六七八九十\d第])一个?(?<unit>半月|季度|季|月|周)一(?!次|度|轮|回|趟|遍|般|些|个|名|直|起|体|定)(?=[\u4e00-\u9fff]{2})/g
/** 周调度、月通报、季督查: one character each, at the head of a list or a name. */
const chain =
  /(?<=^|[、,;:(“"]|实行|建立|坚持|落实|执行|推行|做到|采取|按照)(?<unit>半[月年]|[日周旬月季]|(?<=[、“"])年)(?=(?:调度|通报|督查|督导|检查|研判|会商|报告|汇总|小结|点评|考核|总结|分析|提醒|晾晒|例会|排查|汇报|巡查|考评|评比|评估|清查|清零|盘点|述职)(?:[、,;)”"制机工度]|$))/g
/** 五年一周期不少于360学时 */
const cycle = new RegExp(
  String.raw`(?<![第近前])(?<count>${COUNT})(?<unit>年)(?:为)?一个?(?:周期|轮次|轮)(?=[^,;。]{0,12}(?:[\d一二三四五六七八九十]|全覆盖))`,
  'g',
)
/** 日排查、周汇总、月销号: a chain of them says by itself that each comes back, whatever is done. */
const LINK =
  '(?:半[年月]|日(?!常|前|均|期|后|用|程|子|记)|周(?!边|期|末|转|知|密|全|年|岁)|旬|月(?!度|底|初|末|份|均|内)|季(?!度|节|末)|年(?!度|底|初|末|内|均|终|龄|轻|份|报|限|级|前|后))'
const links = new RegExp(
  String.raw`(?<![每\d一二三四五六七八九十两逐按本上下同当第半])(?<unit>${LINK})(?=[\u4e00-\u9fff]{2,4}(?:、${LINK}[\u4e00-\u9fff]{2,4})+(?:[,;)”"。制机]|$))|(?<=[日周旬月季年][\u4e00-\u9fff]{2,4}、)(?<next>${LINK})(?=[\u4e00-\u9fff]{2,4}(?:[、,;)”"。制机]|$))`,
  'g',
)
/** 上、下半年各1次, 上下半年分别组织 */
const halves =
  /(?<half>上(?:半年)?[、和与及]?下半年|年中[、和与及]?年[底终末]|(?<!\d)6月[、和与及]12月|春、?秋两?季)(?=(?:各|分别|至少|不少于))/g
/** 周五例会 */
const weekday = /(?<![每上下本一二三四五六七八九十\d])(?<unit>周)[一二三四五六日](?=例会|学习|调度|会商|接访|下沉|集中|碰头|夜学|大讲堂)/g
/** 一年两次, 半年一次, 三年一轮: the number of times follows. */
const times =
  /(?<![\d一二三四五六七八九十近第同每满前后上下])(?:(?<count>一|两|二|三|五|1|2|3|5)(?<unit>年|个月|周|个?季度|学期)|一(?<own>[日天])|(?<half>半年))(?=(?:(?:至少|不少于|不低于)?[\u4e00-\u9fff]{0,6}?(?<!以?内|以?后|以?上|以?来|以?前|近))[一两二三四五\d]{1,2}(?:至\d)?(?:次|遍|轮|回|趟)(?!会议|全会))/g
const noun = new RegExp(`(?<![\\d一二三四第本上该各全当半双报送交写])(?<unit>半年度?|季度|月度|周)(?=${ACTIVITY})`, 'g')
const ending =
  /(?<![\d一二三四每第])(?<unit>月|季度?)末(?:(?<on>月?\d{1,2}[日号]前)|(?=[^,。;]{0,6}(?:形成|报送|通报|汇总|开展|召开|组织)))/g
const window =
  /(?<!\d年|\d|同|[二三]届|一|半|\d个|[一二两三四五六七八九十]|多|往|去|上|前|近)(?:(?<unit>年度|年内(?!(?:要|应|须|力争|确保)?(?:[^,;。\d一二三四五六七八九十两]{0,24}(?:完成|建成|出台|实现|整改|到位|投用|启用|办结|全部|印发|完工|开工|竣工|销号|上线|运行))[^,;。\d一二三四五六七八九十两%零]*(?:[,;。)]|$))|全年|当年)|本(?<own>年度|季度|学期)|(?<![一二三四1-4个])(?<mean>季度|学期|学年)内|(?<mean>[年月周日季])均(?!衡|匀|可|已)|(?<mean>[年月周])(?=人均|户均)|(?<=[\u4e00-\u9fff、,(]|^)(?<![每当本上下今去明全同近多半几整学青少成前后跨岁新中老壮来往个\d一二三四五六七八九十两])(?<mean>[年月])(?=(?![底内末初度终份中均报检审龄薪会])[\u4e00-\u9fff]{2,4}(?:不少于|不低于|不得少于|不得低于|不超过|不得超过|达到?\d|率达))|(?<=人均|户均)(?<mean>[年月周日])(?!均|龄|薪|纯|可)|(?<![上本下每\d])(?<mean>周)(?=开放时间|课时|学时|开放))(?![\u4e00-\u9fff]{1,4}(?:计划|任务|方案|清单)(?:[,、;]|\d{1,2}月|开|印|出|$)|重点|目标|任务|总结|工作|指标|报告|情况|考核|计划|述职|白皮书|总结|工作要点|民主生活|报告制度|建设用地|预算|评优|安排|绩效)/g

/** Recurrences and windows of time. */
export const findPeriods: Recogniser = (text) =>
  !/[日天晚周星月季旬年期]/.test(text)
    ? []
    : [
        ...(text.includes('每') ? collect(text, each, 'each') : []),
        ...(/[逐按]/.test(text) ? collect(text, by, 'each') : []),
        ...(/[双隔]/.test(text) ? collect(text, double, 'each').map(twoOf) : []),
        ...(text.includes('一') ? [...collect(text, turn, 'each'), ...collect(text, oneByOne, 'each')] : []),
        ...collect(text, chain, 'each'),
        ...(/[日周旬月季年][\u4e00-\u9fff]{2,4}、/.test(text) ? collect(text, links, 'each') : []),
        ...(/下半年|年[底终末]|12月|秋/.test(text) ? collect(text, halves, 'each') : []),
        ...(/年(?:为)?一/.test(text) ? collect(text, cycle, 'each') : []),
        ...(text.includes('周') ? collect(text, weekday, 'each') : []),
        ...(/[次遍轮回趟]/.test(text) ? collect(text, times, 'each') : []),
        ...collect(text, noun, 'each'),
        ...(text.includes('末') ? collect(text, ending, 'each') : []),
        ...collect(text, window, 'label'),
      ]

function twoOf(mark: PeriodMark): PeriodMark {
  return { ...mark, period: { ...mark.period, every: 2 } }
}

function collect(text: string, pattern: RegExp, style: PeriodMark['style']): PeriodMark[] {
  return matchesOf(pattern, text).flatMap((match) => {
    const { unit, next, own, mean, half, count, double: twice, on } = match.groups ?? {}
    const period =
      half === undefined ? periodOf(unit ?? next ?? own ?? mean ?? '', twice === undefined ? count : '两') : periodOf('半年', undefined)
    if (period === null) return []
    const start = match.index
    const end = start + match[0].length
    const word = { start, end: end - (on?.length ?? 0) }
    return [{ type: 'period', style, period, start, end, word, by: on === undefined ? null : { start, end } } satisfies PeriodMark]
  })
}

/** 两, 月 → every two months; 半月 → half a month, which has no whole number of any unit but two a month. */
function periodOf(unit: string, count: string | undefined): Period | null {
  const every = Number(count === undefined ? 1 : (readNumeral(count) ?? 1))
  if (/^半个?月$/.test(unit)) return { unit: 'week', every: 2 }
  if (unit === '旬') return { unit: 'day', every: 10 }
  if (/^(?:年内|全年|当年)$/.test(unit)) return { unit: 'year', every: 1 }
  const name = units[unit]
  return name === undefined || every < 1 ? null : { unit: name, every }
}
