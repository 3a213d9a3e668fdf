import type { InspectionView } from '#contract/inspection.ts'
import type { Day } from '#core/day/day.ts'
import type { OfficialBlock } from '#formats/docx/official-document.ts'
import { heading, KINDS, paragraph, sentence, spelledDays, spelled } from '#server/inspection/words.ts'

interface Facts {
  /** Who issues it, and on which day. */
  readonly by: string
  readonly on: Day
}

/** 督查通知 for the units whose visits are in it: when, by whom, what is looked at, what it asks of them, and what they may do. */
export function noticeBlocks(inspection: InspectionView, { by, on }: Facts): readonly OfficialBlock[] {
  const { kind, title, purpose, from, to, visits, members, items } = inspection
  const units = [...new Set(visits.map(({ orgName }) => orgName))]
  const lead = members.filter(({ leads }) => leads).map(({ name }) => name)
  const others = members.filter(({ leads }) => !leads).map(({ name }) => name)
  return [
    { kind: 'title', words: `关于开展${title}的通知` },
    { kind: 'to', words: `${units.join('、')}：` },
    paragraph(purpose === '' ? `按照年度督查计划，决定开展${title}。现将有关事项通知如下。` : `${sentence(purpose)}现将有关事项通知如下。`),
    heading(1, '一、时间和方式'),
    paragraph(`方式：${KINDS[kind]}。时间：${spelledDays(from, to)}。`),
    heading(1, '二、督查人员'),
    paragraph(`组长：${lead.join('、')}。${others.length === 0 ? '' : `成员：${others.join('、')}。`}`),
    heading(1, '三、安排和所需时间'),
    paragraph('以下是对各单位的全部要求，除此以外不另行报送材料；已在系统中登记的记录和材料不再索取。'),
    {
      kind: 'table',
      head: ['单位', ...(kind === 'sample' ? ['抽中事项'] : []), '日期', '参加人数', '共需时间'],
      widths: kind === 'sample' ? [24, 22, 28, 12, 14] : [32, 36, 16, 16],
      centred: kind === 'sample' ? [2, 3, 4] : [1, 2, 3],
      rows: visits.map((visit) =>
        [
          visit.orgName,
          ...(kind === 'sample' ? [visit.drawn ?? ''] : []),
          spelledDays(visit.from, visit.to),
          `${visit.people}人`,
          `${visit.minutes}分钟`,
        ].map((words) => ({ words })),
      ),
    },
    ...(items.length === 0
      ? []
      : [
          heading(1, kind === 'interview' ? '四、访谈提纲' : '四、检查内容'),
          ...items.map(({ words, lookAt }, index) => paragraph(`${index + 1}. ${words}${lookAt === '' ? '。' : `（${lookAt}）。`}`)),
        ]),
    heading(1, `${items.length === 0 ? '四' : '五'}、有关说明`),
    paragraph('对督查指出的问题，被督查单位有权提出异议；异议连同理由一并记录，由督查组答复后再确定整改要求和时限。'),
    ...(kind === 'interview' ? [paragraph('访谈不记录发言人姓名，本人同意的除外。')] : []),
    { kind: 'signed', by, on: spelled(on) },
  ]
}
