import { expect, test } from 'vitest'
import { readCellLines } from './cell-lines.ts'

const HEAD = ['序号', '反馈问题', '整改措施', '责任单位', '完成时限']
const FIRST = ['1', '学习不严', '每月学习一次', '机关党委', '3月底']
const SECOND = ['2', '回访不足', '每季度回访40件', '督察室', '长期坚持']
const UNDER = ['', '', '每半年抽查一次', '办公室', '6月底']

function shown(lines: readonly string[]): { lines: string[]; apart: number } | null {
  const found = readCellLines(lines)
  return found === null ? null : { apart: found.apart, lines: found.drafts.map(({ words }) => words.join('|')) }
}

test.for([
  ['rows', [...HEAD, ...FIRST, ...SECOND], [HEAD, FIRST, SECOND]],
  ['a row under a number that takes two', [...HEAD, ...FIRST, ...UNDER, ...SECOND], [HEAD, FIRST, UNDER, SECOND]],
  ['such a row at the end', [...HEAD, ...FIRST, ...UNDER], [HEAD, FIRST, UNDER]],
  ['text before and behind', ['分解表', ...HEAD, ...FIRST, '', '注：按月督促。'], [['分解表'], HEAD, FIRST, [''], ['注：按月督促。']]],
  ['a title across', [...HEAD, '一、党建', ...FIRST, '二、监管', ...SECOND], [HEAD, ['一、党建'], FIRST, ['二、监管'], SECOND]],
  ['two tables', [...HEAD, ...FIRST, '二、监管', ...HEAD, ...SECOND], [HEAD, FIRST, ['二、监管'], HEAD, SECOND]],
] as const)('cells on lines of their own become rows: %s', ([, lines, rows]) => {
  expect(shown(lines)).toEqual({ apart: 0, lines: rows.map((words) => words.join('|')) })
})

test.for([
  [
    'a cell of two lines before the next number',
    [...HEAD, '1', '学习不严', '每月学习一次', '每季测试一次', '机关党委', '3月底', ...SECOND],
  ],
  ['a cell of two lines in the last row', [...HEAD, ...FIRST, '2', '回访不足', '每月一次', '每季一次。', '督察室', '长期']],
  ['rows without numbers', [...HEAD.slice(1), ...FIRST.slice(1), ...SECOND.slice(1)]],
] as const)('what cannot be put together for certain stays lines and is counted: %s', ([, lines]) => {
  const found = shown(lines)
  expect(found?.apart).toBeGreaterThan(0)
  expect(found?.lines).toEqual(lines)
})

test.for([
  ['headings that are sentences', ['一、整改目标', '二、整改措施', '三、责任分工', '四、完成时限']],
  ['a few labels', ['责任领导', '张某', '责任单位', '办公室']],
] as const)('other lines are no table: %s', ([, lines]) => {
  expect(shown(lines)).toBeNull()
})
