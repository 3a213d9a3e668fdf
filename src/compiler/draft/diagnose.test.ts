import { expect, test } from 'vitest'
import { compile } from '#compiler/compile.ts'

test.for([
  ['每半月巡查水库不少于1次。', [{ words: '每半月', unit: 'week', every: '2' }]],
  ['每旬汇总进展1次。', [{ words: '每旬', unit: 'day', every: '10' }]],
  ['每月巡查水库不少于2次。', []],
] as const)('%s: a window that no whole unit holds is told', ([measure, params]) => {
  const lines = ['某局整改方案', '（2026年1月6日审议通过）', '一、整改措施', `1.强化巡查。${measure}`]
  let start = 0
  const blocks = lines.map((line) => {
    const span = { start, end: start + line.length }
    start = span.end + 1
    return { kind: 'paragraph', span } as const
  })
  const { diagnostics } = compile({ text: lines.join('\n'), blocks, revisions: [] })
  expect(diagnostics.filter(({ code }) => code === 'period-rounded').map((diagnostic) => diagnostic.params)).toEqual(params)
})
