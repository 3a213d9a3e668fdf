import type { InspectionFindingView, InspectionView } from '#contract/inspection.ts'
import type { Day } from '#core/day/day.ts'
import type { InspectionAnswer } from '#core/inspection/inspection.ts'
import type { OfficialBlock } from '#formats/docx/official-document.ts'
import { ANSWERS, heading, KINDS, paragraph, sentence, spelled, spelledDays, STATES } from '#server/inspection/words.ts'

interface Facts {
  /** Who issues it, and on which day. */
  readonly by: string
  readonly on: Day
}

/** 督查报告: what was looked at, what was found with what the units said to it, what follows. Nobody is named who was spoken with. */
export function reportBlocks(inspection: InspectionView, { by, on }: Facts): readonly OfficialBlock[] {
  const { kind, title, purpose, from, to, members, visits, items, summary, suggestions, talks } = inspection
  const findings = inspection.findings.filter(({ state }) => state !== 'withdrawn' && state !== 'noted')
  const units = [...new Set(visits.map(({ orgName }) => orgName))]
  const asked = visits.reduce((sum, { minutes }) => sum + minutes, 0)
  return [
    { kind: 'title', words: `关于${title}情况的报告` },
    heading(1, '一、基本情况'),
    paragraph(
      `${sentence(purpose)}${spelledDays(from, to)}，由${members.map(({ name }) => name).join('、')}对${units.join('、')}开展了${KINDS[kind]}` +
        (kind === 'sample' ? `，共检查抽中事项${visits.length}件` : `，共到${units.length}个单位`) +
        `${talks.length === 0 ? '' : `，访谈${talks.reduce((sum, { people }) => sum + people, 0)}人次`}，占用被督查单位时间合计${asked}分钟。`,
    ),
    ...(items.length === 0 ? [] : [heading(1, '二、检查结果'), resultTable(inspection), ...toVerify(inspection)]),
    heading(1, `${items.length === 0 ? '二' : '三'}、总体评价`),
    ...linesOf(summary === '' ? '（待填写）' : summary),
    heading(1, `${items.length === 0 ? '三' : '四'}、发现的问题（共${findings.length}个）`),
    ...(findings.length === 0 ? [paragraph('未发现需要整改的问题。')] : findings.flatMap((each, index) => findingBlocks(each, index))),
    heading(1, `${items.length === 0 ? '四' : '五'}、意见建议`),
    ...linesOf(suggestions === '' ? '对上述问题，按所列时限整改，由督查组逐项核实；涉及其他单位的，举一反三排查。' : suggestions),
    { kind: 'signed', by, on: spelled(on) },
    { kind: 'note', words: `问题的整改状态截至${spelled(inspection.asOf)}。` },
  ]
}

function resultTable({ items, answers }: InspectionView): OfficialBlock {
  const count = (item: string, answer: InspectionAnswer): string =>
    String(answers.filter((each) => each.item === item && each.answer === answer).length)
  return {
    kind: 'table',
    head: ['检查内容', ANSWERS.met, ANSWERS.unmet, ANSWERS['not-applicable'], ANSWERS['to-verify']],
    widths: [52, 12, 12, 12, 12],
    centred: [1, 2, 3, 4],
    rows: items.map(({ id, words }) =>
      [words, count(id, 'met'), count(id, 'unmet'), count(id, 'not-applicable'), count(id, 'to-verify')].map((each) => ({ words: each })),
    ),
  }
}

function toVerify({ answers }: InspectionView): readonly OfficialBlock[] {
  const open = answers.filter(({ answer }) => answer === 'to-verify').length
  return open === 0 ? [] : [paragraph(`其中${open}项尚待核实，不作为问题认定。`)]
}

function findingBlocks(finding: InspectionFindingView, index: number): readonly OfficialBlock[] {
  const { orgName, words, demand, dueOn, originalDue, state, isLate, steps } = finding
  const contested = steps.filter(({ kind }) => kind === 'contest')
  const done = steps.findLast(({ kind }) => kind === 'report')
  return [
    heading(2, `（${numeral(index + 1)}）${orgName}`),
    paragraph(`问题：${words}`),
    paragraph(
      `整改要求：${demand}。时限：${spelled(dueOn)}${originalDue === null ? '' : `（原定${spelled(originalDue)}）`}。`.replace(
        '。。',
        '。',
      ),
    ),
    ...contested.map(({ note }) => paragraph(`单位意见：${note}`)),
    ...steps.filter(({ kind }) => kind === 'uphold').map(({ note }) => paragraph(`督查组答复：${note}`)),
    ...(done === undefined ? [] : [paragraph(`单位报告：${done.note}`)]),
    paragraph(`状态：${STATES[state]}${isLate ? '，已逾期' : ''}。`),
  ]
}

function linesOf(text: string): readonly OfficialBlock[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => paragraph(line.trim()))
}

/** 1 – 99 in Chinese. */
function numeral(number: number): string {
  const digits = '零一二三四五六七八九'
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  const first = tens === 0 ? '' : `${tens === 1 ? '' : digits.charAt(tens)}十`
  return `${first}${ones === 0 && tens > 0 ? '' : digits.charAt(ones)}`
}
