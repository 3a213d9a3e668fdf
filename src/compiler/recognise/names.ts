import type { NameMark, Recogniser } from './mark.ts'

/** Expressions with numbers that are names. Each line: one kind. */
const patterns: readonly RegExp[] = [
  /《[^《》]{1,80}》/g,
  // A short quotation is a name: “三个规定”, “一站式”. Where a figure with a percent sign stands in it, it may be a target.
  /[“"‘'「『][^”"’'」』%]{1,24}[”"’'」』]/g,
  /[〔[【(]20\d{2}[〕\]】)](?:第?\d+号)?/g,
  /第[\d〇零一二三四五六七八九十百两]+(?:至[\d一二三四五六七八九十]+)?(?!季度|[一二三四五六七八九十]?季度)(?:[^\d,。;)季])?/g,
  /(?:电话|传真|手机|邮编|热线|网址|邮箱)(?:号码)?:?[\d-]{4,}/g,
  /\d{3,4}-\d{7,8}|1\d{10}(?!\d)|\d{5,}(?:热线|平台|专线)/g,
  /\d+(?:×|x|X|\*)\d+(?:小时)?/g,
  /[A-Za-z]+[-./ ]?\d+(?:\.\d+)*|\d+[A-Za-z]+/g,
  /[一二三四五六七八两]个(?:维护|确立|意识|自信|规定|责任|清单|必须|务必|不放过|一律|结合|转变|一体化|全面)/g,
  /[一二三四五六七八九十两]项(?:规定|纪律|制度改革|行动计划)|八项规定|四类案件|(?:监督执纪)?四种形态|三重一大|三会一课|一岗双责|双随机|一公开|三同步|一案[双三][查改]/g,
  /两学一做|三严三实|五位一体|四个全面|四议两公开|三公经费|六大纪律|三大攻坚战|五级书记|四不两直|两新组织|三支一扶|三资|三农|四风|两山|三定|三无|九小场所|两客一危/g,
  /一[事案企园校村户人院厂河点链区项策][一双](?:议|案|策|档|码|表|册|法|评|单|清单|方案|台账|账号|专班|查)/g,
  /(?:统|同|唯|进|逐|任|专|单|初|划|万|归|齐|不|合)一|一(?:体|律|般|致|定|同|直|道|线|把手|票否决|次性|站式|网通办|窗|揽子|盘棋|张网|件事|系列|批次?|些|方面|并|旦|起(?!(?:典型|案|重大|违)))/g,
  /(?:最多)?跑一次|一次(?:告知|办结|办成|办好|提交|登录|认证|到位)|一(?:套|家|张|口|表|键|门)(?:材料|受理|牵头|申请|登记|办理|网|蓝图)/g,
  /\d+(?:年版|号(?!前)|楼|室)|[十廿]?[一二三四五六七八九十]届|[十二]+大(?=[,。;以和精报]|$)|十[三四五六]五|二十届/g,
  /(?:发现|查处|整改|解决|处置|曝光|办结|建成|竣工|成熟|销号|通报)一(?:起|处|个|件|例|项|家)(?:[、,]|就|即)(?:[\u4e00-\u9fff]{2}一(?:起|处|个|件|例|项|家))?/g,
  /(?:百|千|十)(?:佳|强|大|优)|百分制|两个确立|八小时外|一年一度/g,
]

/** Named formulas, titles, quotations, ordinals and numbers of telephones: what is inside is not counted. */
export const findNames: Recogniser = (text) => {
  const marks: NameMark[] = []
  for (const pattern of patterns)
    for (const match of text.matchAll(pattern)) marks.push({ type: 'name', start: match.index, end: match.index + match[0].length })
  return marks
}
