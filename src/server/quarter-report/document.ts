import { dayWords, momentWords } from '#core/day/words.ts'
import type { ReportContent, ReportFigures } from '#core/quarter-report/quarter-report.ts'
import { CHINESE, chineseNumber } from '#formats/docx/chinese-number.ts'
import type { OfficialBlock, OfficialRun } from '#formats/docx/official-document.ts'
import { itemRun, lateRuns, quarterWords, shareWords } from '#server/quarter-report/words.ts'

/** Where a figure of the report can be asked where it comes from: the address of the program as its users know it; null: no links. */
export type Origin = string | null

/** 季度整改进展情况报告 as an official document: figures with what they are of, what is late and why, what comes next. Official documents are Chinese. */
export function reportDocument(content: ReportContent, code: string, origin: Origin): readonly OfficialBlock[] {
  const { quarter, asOf, by, words } = content
  return [
    { kind: 'title', words: `关于${quarterWords(quarter)}整改进展情况的报告` },
    ...(words.to === '' ? [] : [{ kind: 'to' as const, words: `${words.to.replace(/[：:]$/, '')}：` }]),
    say(`现将${quarterWords(quarter)}（数据截至${dayWords(asOf)}）整改进展情况报告如下。`),
    ...arrangement(content, origin),
    ...responsibility(content, origin),
    ...particulars(content, origin),
    ...difficulties(content, origin),
    ...nextSteps(content, origin),
    ...corrections(content, origin),
    { kind: 'signed', by, on: dayWords(asOf) },
    ...notes(content, code),
  ]
}

function arrangement({ plans, all, aspects, words }: ReportContent, origin: Origin): readonly OfficialBlock[] {
  return [
    head('一、总体部署'),
    ...written(words.arrangement),
    {
      kind: 'paragraph',
      runs: [
        { words: `本次报告依据${plans.map((plan) => `《${plan}》`).join('、')}，涉及${aspects.length}个方面、${all.findings}个问题，` },
        { words: `整改任务${all.total}项`, ...linked(origin, '/ledger') },
        { words: '。' },
      ],
    },
  ]
}

function responsibility({ units: { total, unconfirmed }, quarter }: ReportContent, origin: Origin): readonly OfficialBlock[] {
  const done = total - unconfirmed.length
  return [
    head('二、责任落实'),
    {
      kind: 'paragraph',
      runs: [
        { words: `牵头承担整改任务的单位${total}个，其中` },
        {
          words: `${done}个已对${quarterWords(quarter)}分台账对账确认`,
          ...linked(origin, `/quarter-report?year=${quarter.year}&quarter=${quarter.quarter}`),
        },
        { words: unconfirmed.length === 0 ? '。' : `；尚未确认的${unconfirmed.length}个：${unconfirmed.join('、')}。` },
      ],
    },
  ]
}

function particulars({ all, aspects, asOf }: ReportContent, origin: Origin): readonly OfficialBlock[] {
  return [
    head('三、具体整改'),
    say(
      `截至${dayWords(asOf)}，应整改${all.total}项，已完成（已销号）${all.closed}项，占${shareWords(all.closed, all.total)}；阶段性完成${all.staged}项，占${shareWords(all.staged, all.total)}；未完成${all.open}项，占${shareWords(all.open, all.total)}，其中逾期${all.overdue}项；口径待明确${all.undefined}项；终止${all.terminated}项。本季度销号${all.closedNow.length}项。`,
    ),
    {
      kind: 'table',
      head: ['方面', '应整改', '已完成', '阶段性完成', '未完成', '其中逾期', '口径待明确', '终止'],
      widths: [30, 10, 10, 12, 10, 10, 12, 8],
      rows: [...aspects.map((each) => cells(each.aspect, each)), cells('合计', all)],
      centred: [1, 2, 3, 4, 5, 6, 7],
    },
    ...aspects.flatMap((each, index) => ofAspect(each, index + 1, origin)),
  ]
}

function cells(name: string, each: ReportFigures): readonly OfficialRun[] {
  const counts = [each.total, each.closed, each.staged, each.open, each.overdue, each.undefined, each.terminated]
  return [{ words: name }, ...counts.map((count) => ({ words: String(count) }))]
}

function ofAspect(each: ReportFigures, number: number, origin: Origin): readonly OfficialBlock[] {
  const { aspect, total, closed, staged, open, overdue, closedNow, late } = each
  return [
    { kind: 'heading', level: 2, words: `（${chineseNumber(number, CHINESE)}）${aspect}` },
    say(
      `应整改${total}项，已完成${closed}项，阶段性完成${staged}项，未完成${open}项，其中逾期${overdue}项。${closedNow.length === 0 ? '' : `本季度销号${closedNow.length}项：${closedNow.join('、')}。`}`,
    ),
    ...(late.length === 0 ? [] : [say(`逾期或者往期未完成${late.length}项：`)]),
    ...late.map((item): OfficialBlock => ({ kind: 'paragraph', runs: lateRuns(item, linked(origin, `/commitments/${item.commitment}`)) })),
  ]
}

function difficulties({ words, difficulties: open }: ReportContent, origin: Origin): readonly OfficialBlock[] {
  return [
    head('四、存在困难'),
    ...written(words.difficulties),
    say(open.length === 0 ? '各单位没有尚待协调解决的困难。' : `各单位提出、尚待答复的困难${open.length}项：`),
    ...open.map(({ commitment, ref, units, words: what, wants }): OfficialBlock => ({
      kind: 'paragraph',
      runs: [
        { words: ref, ...linked(origin, `/commitments/${commitment}`) },
        { words: `　${what}（${[units, wants === '' ? '' : `希望：${wants}`].filter((part) => part !== '').join('；')}）` },
      ],
    })),
  ]
}

function nextSteps({ words, next }: ReportContent, origin: Origin): readonly OfficialBlock[] {
  return [
    head('五、下一步'),
    ...written(words.next),
    say(next.length === 0 ? '下季度没有到期的整改任务。' : `下季度到期的整改任务${next.length}项：`),
    ...next.map((item): OfficialBlock => ({ kind: 'paragraph', runs: [itemRun(item, linked(origin, `/commitments/${item.commitment}`))] })),
  ]
}

function corrections({ corrections: found }: ReportContent, origin: Origin): readonly OfficialBlock[] {
  if (found.length === 0) return []
  return [
    head('六、对上季度数字的更正'),
    say('上季度报告以后补录、更正的记录使下列数字发生变化：'),
    {
      kind: 'table',
      head: ['编号', '上季度报告', '现在'],
      widths: [20, 40, 40],
      rows: found.map(({ commitment, ref, reported, now }) => [
        { words: ref, ...linked(origin, `/commitments/${commitment}`) },
        { words: reported },
        { words: now },
      ]),
    },
  ]
}

function notes({ knownAt, asOf }: ReportContent, code: string): readonly OfficialBlock[] {
  return [
    {
      kind: 'note',
      words: `口径：已完成，指有佐证并经审签销号；阶段性完成，指截至${dayWords(asOf)}应完成的已完成、尚未整项销号；未完成，指其余各项。占比均以应整改数为分母。数字按${momentWords(knownAt)}已登记的情况计算。`,
    },
    { kind: 'note', words: `核验码：${code}（与系统中本报告的核验码一致，即为原报告数字）` },
  ]
}

function head(words: string): OfficialBlock {
  return { kind: 'heading', level: 1, words }
}

function say(words: string): OfficialBlock {
  return { kind: 'paragraph', runs: [{ words }] }
}

/** What the office wrote: a paragraph a line. */
function written(words: string): readonly OfficialBlock[] {
  return words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(say)
}

function linked(origin: Origin, path: string): { readonly link?: string } {
  return origin === null ? {} : { link: `${origin}${path}` }
}
