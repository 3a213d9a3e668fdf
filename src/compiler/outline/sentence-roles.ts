import type { Span } from '#core/text/span.ts'
import type { PassageRole } from './outline.ts'
import { matchesOf } from '#compiler/source/matches.ts'

/** A stretch of a paragraph whose sentences are read alike. */
export interface Stretch {
  readonly span: Span
  readonly role: PassageRole
}

type RoleOfWords = (words: string, before: PassageRole | null) => PassageRole

const instruction =
  /请各|各(?:责任|承办|有关|相关|牵头|级|部门|单位|地|县|区|市|乡|镇|街道|科|处|支部)[^。;,]{0,40}?(?:[请须应要于](?!求)|务必|必须)|(?:务必|必须|[请须])于|(?:要|应)(?:认真|按照|于)|(?:报送|上报|报备|备案)/u
const statistics = /(?:^|[,:\d月日])(?:已|共|累计|截至|先后)|口径|统计|标注|表示/
const outlook =
  /^\s*(?:(?:下半年|明年|来年)[,:]|(?:针对|对照)(?:上述|以上|存在的?|这些)问题,[^。;,]{0,8}(?:提出|建议|要求)|[^。;]{0,30}(?:^|,)(?:我们|我[局院关委办校社])?(?:将|拟)[从自于]\d|(?:下半年|明年|来年|下一?年度?|下一?季度|[三四]季度|下一?月)[^。;,]{0,4}(?:重点|着力|着重|将|拟|要|工作|抓好|计划|打算)|(?:下一?步|下一?个?阶段|今后|后续|接下来)(?!措施(?:已|的落实))|(?:工作|整改|检查|审计|督查)?建议[:,]|(?:会议|检查组|督查组|工作组)?(?:明确)?要求[:,])/

const aim =
  /(?:总体|工作|主要|预期|全年|年度|具体|发展|行动|整治|整改)(?:思路|目标|要求|指标)(?:任务)?(?:[是为]|[:,])|^\s*(?:目标|指标)[是为:]|^\s*(?:力争|争取)?到20\d{2}年(?!以?来)/
/** 今年以来…, 截至6月底…: what was done. */
const review = /^\s*[^。;,]{0,12}(?:以来|截至|回顾|上半年[,已]|\d月份?[,已])/
const told = /近年来?|以来|(?:^|[,:\d月日])(?:已|共(?!同|建|享)|累计|截至|先后)|现将|现就|特制定|为(?:了|深入|进一步|贯彻|切实|扎实)/

/**
 * A preamble is history, sentence by sentence, but for instructions (请各单位于每月5日前报送) and aims (总体思路是：…), which go on to the end of their
 * paragraph unless it turns to what was done.
 */
export function preambleStretches(folded: string, span: Span): Stretch[] {
  return cutByRole(folded, span, /。|$/g, (words, before) => {
    if (!review.test(words) && (instruction.test(words) || aim.test(words))) return 'objective'
    return before === 'objective' && !told.test(words) && !review.test(words) ? 'objective' : 'history'
  })
}

/** A remark is read, but for what explains the table or counts what was done: 1—6月共受理3万件. */
export function remarkStretches(folded: string, span: Span): Stretch[] {
  return cutByRole(folded, span, /[。;]|$/g, (words) => (statistics.test(words) && !instruction.test(words) ? 'history' : 'action'))
}

/** A report of work done may turn to what comes next, to the end of its paragraph: 已完成一期。下一步，… */
export function reportStretches(folded: string, span: Span): Stretch[] {
  return cutByRole(folded, span, /[。;]|$/g, (words, before) => (before === 'action' || outlook.test(words) ? 'action' : 'history'))
}

/** Whether a report has turned to what comes next by the end of a paragraph: 下半年重点抓好以下工作：一是… */
export function turnsAhead(folded: string, span: Span): boolean {
  return reportStretches(folded, span).at(-1)?.role === 'action'
}

const ahead =
  /^\s*(?:预计|计划(?:于|(?=\d))|拟于|将于|确保|力争|争取|务必|须|应)(?!的)|(?:底|日|月|年)前(?:[要应须]|完成|办结|整改|投入|投用|到位|销号|交付|竣工)/

/** What is not done yet is told, but for when it will be: 3个所正在装修，预计1月31日前投入使用。 */
export function pendingStretches(folded: string, span: Span): Stretch[] {
  return cutByRole(folded, span, /[。;,]|$/g, (words) => (ahead.test(words) ? 'action' : 'history'))
}

function cutByRole(folded: string, { start: first, end: last }: Span, cut: RegExp, roleOfWords: RoleOfWords): Stretch[] {
  const stretches: Stretch[] = []
  let start = first
  for (const { index } of matchesOf(cut, folded.slice(first, last))) {
    const end = Math.min(first + index + 1, last)
    if (end <= start) continue
    const before = stretches.at(-1)
    const role = roleOfWords(folded.slice(start, end), before?.role ?? null)
    if (before?.role === role) stretches[stretches.length - 1] = { span: { start: before.span.start, end }, role }
    else stretches.push({ span: { start, end }, role })
    start = end
  }
  return stretches
}
