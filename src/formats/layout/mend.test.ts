import { expect, test } from 'vitest'
import type { TextLine } from './lines.ts'
import { mendLines } from './mend.ts'

const SIZE = 10
const EDGE = 400

/** A line from the left; `free`: how many characters are left free at its end. */
function line(text: string, free: number, at: number): TextLine {
  return { text, x: 0, right: EDGE - free * SIZE, y: at * 20, size: SIZE, runs: [] }
}

test.for([
  ['goes on where the line is full', ['每年不少于', 0], ['四次。'], 1],
  ['ends where the next word would have fitted', ['学习不严', 3], ['整改措施'], 2],
  ['goes on before a percentage that did not fit', ['不少于全院结案数的', 2.6], ['5%。紧盯重点领域'], 1],
  ['goes on before a word in quotation marks', ['坚决抵制“甲”', 1.9], ['“乙”等错误思潮'], 1],
  ['goes on before a number in brackets', ['（某审经责报', 2.6], ['〔2025〕17号）'], 1],
  ['goes on in a word that holds a number', ['深度不足,举一反', 0.3], ['三、系统施治有待加强。'], 1],
  ['ends before a numbered heading, however full', ['配合单位：审计监察部', 0.3], ['三、长效机制建设'], 2],
  ['ends before a numbered sentence', ['学习不严。', 0.3], ['三、系统施治有待加强。'], 2],
  ['ends before a label', ['每季度回访一次。', 0.3], ['责任单位：督察室'], 2],
  ['goes on before a label in brackets', ['（责任领导：某某；', 0.3], ['责任单位：督察室）'], 1],
] as const)('a paragraph %s', ([, [first, free], [second], count]) => {
  expect(mendLines([line(first, free, 0), line(second, 10, 1)], EDGE)).toEqual(count === 1 ? [first + second] : [first, second])
})
