import { expect, test } from 'vitest'
import { compile } from '#compiler/compile.ts'

/** Values and limits of a plan that stands in the given lines. */
function limitsOf(lines: readonly string[]): (readonly [string | undefined, string | undefined])[] {
  const text = lines.join('\n')
  let start = 0
  const blocks = lines.map((line) => {
    const span = { start, end: start + line.length }
    start = span.end + 1
    return { kind: 'paragraph', span } as const
  })
  return compile({ text, blocks, revisions: [] }).commitments.flatMap(({ reading: { kind, value, deadline } }) =>
    kind === 'achieved' ? [] : [[value?.value, deadline?.value] as const],
  )
}

const head = ['某市绿道建设三年行动方案（2026—2028年）', '一、年度任务']

test('a year at the head of a heading governs what stands below it', () => {
  const lines = [
    ...head,
    '（一）2026年：夯实基础。新建绿道40公里，完好率达到八成，10月底前完成踏勘。',
    '（二）2027年：连线成网。驿站总数达到25座；管护覆盖率上半年达到60%。',
  ]
  expect(limitsOf(lines)).toEqual([
    ['40', '2026-12-31'],
    ['80', '2026-12-31'],
    [undefined, '2026-10-31'],
    ['25', '2027-12-31'],
    ['60', '2027-06-30'],
  ])
})

test('what has a number is reached by the end of the stage it stands below', () => {
  const lines = [
    '某市2026年汛期整改方案',
    '一、实施步骤',
    '（一）整改阶段（4月16日至9月30日）',
    '整改隐患不少于40处，整改率达到95%以上，每周会商1次。',
    '二、重点隐患',
    '（一）堤防隐患（5月底前）',
    '1.加固堤防12公里。',
  ]
  expect(limitsOf(lines)).toEqual([
    ['40', '2026-09-30'],
    ['95', undefined],
    ['1', undefined],
    ['12', '2026-05-31'],
  ])
})

test('a heading that only names a year among other words governs nothing', () => {
  expect(limitsOf([...head, '（一）做好2026年绿道管护工作', '1.完好率达到八成。'])).toEqual([['80', undefined]])
})

test('the finding of a label holds no promises, its measures do', () => {
  const lines = [
    '某厅整改方案',
    '一、公路养护方面',
    '反馈问题一：养护滞后，2024年完好率为81%。',
    '整改措施：',
    '（1）2026年5月底前出台办法。',
  ]
  expect(limitsOf(lines)).toEqual([[undefined, '2026-05-31']])
})

test('a preamble promises what it calls its aim', () => {
  const lines = [
    '某市2026年林业工作要点',
    '2025年完成造林6万亩。今年工作的总体思路是：守牢底线，全年造林5万亩左右。',
    '一、重点工作',
    '1.修订办法。',
  ]
  expect(limitsOf(lines)).toEqual([['5', undefined]])
})
