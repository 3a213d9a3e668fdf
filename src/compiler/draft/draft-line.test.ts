import { expect, test } from 'vitest'
import { draftLine } from '#compiler/read/read-line.fixture.ts'
import type { DraftCommitment } from '#core/draft/draft.ts'

/** Values of one field of every reading of a line. */
function field(text: string, name: 'object' | 'base' | 'scope' | 'modality' | 'nature' | 'deadlineText' | 'kind'): unknown[] {
  return draftLine(text).map(({ reading }) => {
    const found = reading[name]
    return typeof found === 'string' || found === null ? found : found.value
  })
}

test.for([
  ['每年组织专题研讨不少于4次', ['专题研讨']],
  ['每季度召开1次形势分析会', ['形势分析会']],
  ['每年至少完成2篇高质量的调研报告', ['高质量的调研报告']],
  ['电子送达率达到90%', ['电子送达率']],
  ['常态化开展警车使用检查，每月不少于1次', ['警车使用检查']],
  ['万人成讼率年均下降不低于5%', ['万人成讼率']],
  ['2026年6月底前出台配套制度', ['出台配套制度']],
] as const)('object of %s', ([text, objects]) => {
  expect(field(text, 'object')).toEqual(objects)
})

test.for([
  ['每年评查案件不少于结案总数的5%', ['结案总数']],
  ['贷款余额不得超过净资产的10%', ['净资产']],
  ['满意率不低于95%', [null]],
] as const)('base of %s', ([text, bases]) => {
  expect(field(text, 'base')).toEqual(bases)
})

test.for([
  ['班子成员每年调研不少于30天', ['per-member']],
  ['党组书记每年讲党课不少于1次', ['leader']],
  ['各支部每月召开支委会1次', ['per-unit']],
  ['每次研讨不少于90分钟', ['per-item']],
  ['收到之日起5个工作日内答复', ['per-case']],
  ['审批时限压缩至3个工作日', ['per-case']],
  ['书记带头填报，每月核查通报', ['org']],
  ['书记每年与班子成员谈心谈话不少于2次', ['leader']],
  ['办公室每季度通报1次', ['org']],
] as const)('scope of %s', ([text, scopes]) => {
  expect(field(text, 'scope')).toEqual(scopes)
})

test.for([
  ['力争2026年9月底前清零', ['striving']],
  ['会议原则上不超过90分钟', ['in-principle']],
  ['文件一般不超过3000字', ['in-principle']],
  ['会议不超过90分钟', [null]],
] as const)('modality of %s', ([text, modalities]) => {
  expect(field(text, 'modality')).toEqual(modalities)
})

test.for([
  ['2026年6月底前出台配套制度', ['staged']],
  ['每季度通报1次', ['standing']],
  ['建立长效机制，堵塞漏洞', ['standing']],
  ['立行立改，完善审批流程', ['immediate']],
  ['完善审批流程', [null]],
] as const)('nature of %s', ([text, natures]) => {
  expect(field(text, 'nature')).toEqual(natures)
})

test.for([
  ['修订完善议事规则，明确决策程序', ['achieved']],
  ['定期分析研判', ['undefined']],
  ['审判质效稳居全省前列', ['undefined']],
  ['打造一批精品课程', ['undefined']],
  ['常态化开展巡查，每月不少于2次', ['count']],
  ['完善制度。每年评估1次', ['achieved', 'count']],
  ['具体措施：', []],
  ['2025年已归档文件410万件', []],
] as const)('%s becomes %s', ([text, kinds]) => {
  expect(field(text, 'kind')).toEqual(kinds)
})

test('其中 is part of the number before it and keeps its window', () => {
  const [whole, part] = draftLine('每年举办培训不少于10期，其中法治专题不少于3期')
  expect(part?.within).toBe(whole?.id)
  expect(part?.reading.period).toEqual({ value: { unit: 'year', every: 1 }, certainty: 'implied', because: 'inherited-parent' })
})

test.for([
  ['每季度通报', 'comparator', 'bare-recurrence'],
  ['每季度通报', 'value', 'bare-recurrence'],
  ['每季度召开1次会议', 'comparator', 'bare-number'],
  ['谈心谈话全覆盖', 'value', 'closed-word'],
  ['满意率不低于95%', 'period', 'no-recurrence'],
  ['6月底前出台制度', 'deadline', 'document-year'],
  ['2026年3月底前摸底，6月底前出台制度', 'deadline', null],
  ['收到之日起5日内答复', 'comparator', 'time-limit'],
  ['每年调研不少于12次', 'nature', 'recurring'],
  ['对食堂卫生立行立改', 'nature', 'immediate-words'],
] as const)('%s: why %s', ([text, name, because]) => {
  const found = draftLine(text)[0]?.reading[name]
  expect(found?.certainty === 'implied' ? found.because : null).toBe(because)
})

test('a date without a year takes that of the date before it', () => {
  const [, second] = draftLine('2027年3月底前摸底，6月底前出台制度')
  expect(second?.reading.deadline).toEqual({ value: '2027-06-30', certainty: 'implied', because: 'nearest-date' })
})

test.for([
  ['2026年5月底，长期坚持', '2026-05-31'],
  ['2026.10.31', '2026-10-31'],
  ['2026/4/30', '2026-04-30'],
  ['2026年11月', '2026-11-30'],
  ['即日起至2026年6月底', '2026-06-30'],
  ['2026年1月底前完成清理，持续推进', '2026-01-31'],
  ['9月30日前', '2026-09-30'],
] as const)('time limit %s', ([text, day]) => {
  expect(draftLine(text, 'timeLimit').map(({ reading }) => reading.deadline?.value)).toEqual([day])
})

test.for(['立行立改', '长期坚持', '持续推进，常抓不懈'])('time limit %s is none by itself', (text) => {
  expect(draftLine(text, 'timeLimit')).toEqual([])
})

test('goals promise only what is counted or dated', () => {
  expect(kindsOfGoal('政治能力显著增强，机制更加健全。')).toEqual([])
  expect(kindsOfGoal('到2027年，群众满意率达到95%。')).toEqual(['ratio'])
  expect(kindsOfGoal('2026年3月底前完成集中整改，满意率不低于95%。')).toEqual(['deadline', 'ratio'])
})

test('what a paragraph opens with holds for its later sentences', () => {
  const [first, second] = draftLine('到2027年，机械化率达到70%。灌溉率达到50%。', 'objective')
  expect([first?.reading.deadline?.value, second?.reading.deadline?.value]).toEqual(['2027-12-31', '2027-12-31'])
})

function kindsOfGoal(text: string): DraftCommitment['reading']['kind'][] {
  return draftLine(text, 'objective').map(({ reading }) => reading.kind)
}
