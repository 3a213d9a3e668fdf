import type { PassageRole } from './outline.ts'
import type { Topic } from './token.ts'

/**
 * What a part of a plan or report is about, which decides how everything below it is read. `guide` 指导思想, `frame` 总则, 总体要求 (goals may stand
 * among its clauses), `goal` 目标, `problem` 问题, `pending` what of a report is still to be done (尚未完成整改的问题), `progress` 整改情况, `action` 措施, `safeguard` 组织保障.
 */
export type Section = 'guide' | 'frame' | 'goal' | 'problem' | 'pending' | 'progress' | 'action' | 'safeguard'

// The first that fits decides: 保障措施 is a safeguard, 措施落实情况 is progress, 问题及下一步措施 is action.
const headings: readonly (readonly [Section, RegExp])[] = [
  ['goal', /^总体目标|^(?:工作|主要|总体|整改|整治|行动)?目标(?:任务|要求)?$|^(?:总体|基本)要求(?:和|与|及)|主要指标$/],
  ['frame', /^总则$|^总体(?:要求|安排)/],
  ['guide', /指导思想|基本原则|工作原则|总体思路|重要意义|重大意义|重要性|编制依据|^目的(?:意义)?$|^基本要求$/],
  [
    'pending',
    /(?:尚|还|仍)?未(?:全部|全面)?(?:完成|整改|办结|销号)(?:整改|销号|到位)?(?:的)?(?:主要|具体)?(?:问题|事项|任务|情况)|遗留问题/,
  ],
  ['action', /下一?步|今后|后续|长效|打算|(?:需要|有待)(?:进一步)?(?:解决|推进)/],
  [
    'safeguard',
    /组织(?:保障|领导|实施|推进|推动|机制)|(?<!要素|民生|社会|住房|医疗|供应|用地|能源|物资|法治|权益|安全|服务)保障(?:措施|机制|落实)?$|^(?:督导|督查|监督)(?:检查|考核|问效|保障)|督导落实|督查(?:督办|落实|考核)|(?:跟踪|督促)(?:落实|问效)|(?:工作|有关|相关|报送|几点|具体|纪律|落实|填报|时间)要求$|^要求$|落实保障|监督考核|考核(?:问责|评价)$/,
  ],
  [
    'progress',
    /(?:措施|任务|责任|问题)(?:的)?(?:整改)?(?:落实|完成|推进|整改|办理)(?:进展)?情况|已(?:经)?(?:完成|整改|办结|销号)|(?:整改|进展|完成|落实|推进|开展|办理|工作|基本|总体|有关)(?:进展|落实|开展|完成)?(?:的)?(?:情况|概况)|成效(?!明显|显著|突出|较|评|考)|主要做法|回顾|^现状|经验做法|取得的/,
  ],
  [
    'action',
    /措施|举措|任务|安排|步骤|意见建议|意见和建议|工作建议|整改意见|整改要求|行动$|整改方案|整改内容|工作内容|重点工作|正在(?:推进|整改|办理)|持续推进/,
  ],
  ['goal', /目标/],
  [
    'problem',
    /(?:存在|发现|主要|突出|反馈|查出|指出|检视|查摆)出?的?(?:主要|突出|具体|共性|有关)?(?:问题|不足)(?:$|[和及与、])|问题(?:清单|表现|和不足)|不足(?:之处)?$|短板|原因|剖析|困难|差距/,
  ],
]

/** What a heading opens; null where its words leave it to the section above. `title` folded. */
export function sectionOf(title: string): Section | null {
  const words = title.replaceAll(/\s/g, '')
  return headings.find(([, pattern]) => pattern.test(words))?.[0] ?? null
}

const inner: readonly (readonly [Section, RegExp])[] = [
  ['guide', /^(?:指导思想|(?:基本|工作|整改)?原则|总体思路|(?:重要|重大)意义|目的意义|工作思路)$/],
  ['goal', /^(?:总体|工作|发展|主要|整改|阶段性?|具体|年度|预期|近期|远期|中长期|任务|行动)?目标(?:任务|要求)?$|^主要指标$/],
  ['problem', /^(?:存在的?|主要|突出|具体|反馈的?|发现的?)*(?:问题|不足|表现|原因|短板)(?:表现|分析|剖析)?$|^(?:原因分析|原因剖析)$/],
  [
    'progress',
    /^(?:整改|工作|目前|当前|主要)*(?:落实|进展|完成|推进|开展)情况$|^(?:整改|工作|主要)?(?:成效|进展|做法)$|^已完成(?:整改)?(?:的)?(?:问题|事项|情况|任务)?$/,
  ],
  ['action', /^(?:整改|工作|主要|具体|下一?步|改进|今后)*(?:措施|举措|打算|安排|任务|计划|工作|整改措施|工作打算|工作措施)$/],
]

/** As `sectionOf`, for headings within a part: only those that say nothing else. */
export function innerSectionOf(title: string): Section | null {
  const words = title.replaceAll(/\s/g, '')
  return words.length > 14 ? null : (inner.find(([, pattern]) => pattern.test(words))?.[0] ?? null)
}

/** What a label opens. A report of work done stays one below 整改措施：, but not below 下一步措施：. */
export function labelSection(topic: Topic | null, words: string, above: Section): Section {
  if (topic === 'finding' || topic === 'cause') return above === 'pending' ? 'pending' : 'problem'
  if (topic === 'progress') return 'progress'
  if (topic === 'objective') return 'goal'
  if (topic !== 'measure') return above
  return above === 'progress' && !/下一?步|今后|后续|打算|计划|拟/.test(words) ? 'progress' : 'action'
}

/** How text of a section is read. */
export function roleOf(section: Section): PassageRole {
  if (section === 'action' || section === 'safeguard') return 'action'
  return section === 'goal' || section === 'frame' ? 'objective' : 'history'
}

/** What a document is about where no heading says so, by its title (folded). */
export function sectionOfDocument(title: string): Section {
  const words = title.replace(/^.*(?:关于|落实|对)/, '')
  if (/方案|计划|清单|任务|台账|措施|分工|要点/.test(words)) return 'action'
  if (/反馈意见|反馈情况|(?:检查|督查|督导|巡察|巡视|审计|调研)(?:情况|报告)|问题(?:的)?通报/.test(words) && !/整改/.test(title))
    return 'problem'
  return /(?:情况|进展|工作)(?:的)?(?:报告|通报|汇报|公告|总结|简报|专报|快报|综述)|(?:总结|小结|简报|专报|快报|综述)(?:$|[\s(])|(?:态势|形势|质效|数据|统计|指标|运行)(?:情况|指标)?(?:的)?(?:分析|公报|月报|季报|年报|通报)/.test(
    words,
  )
    ? 'progress'
    : 'action'
}
