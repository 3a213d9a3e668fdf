import { expect, test } from 'vitest'
import { headingWords } from './heading-words.ts'

const text = '1\t账目不清\t按月对账\t财务科'
const none = { category: null, finding: null, measure: null }

test.for([
  [{ marker: '1', title: text, cells: { ...none, finding: { start: 2, end: 6 }, measure: { start: 7, end: 11 } } }, '1 按月对账'],
  [{ marker: '1', title: text, cells: { ...none, finding: { start: 2, end: 6 } } }, '1 账目不清'],
  [{ marker: '1', title: text, cells: none }, text],
  [{ marker: '2.', title: '规范报销' }, '2.规范报销'],
  [{ marker: '整改措施：', title: '' }, '整改措施：'],
] as const)('%j', ([clause, words]) => {
  expect(headingWords(clause, text)).toBe(words)
})
