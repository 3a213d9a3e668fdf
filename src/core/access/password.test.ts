import { expect, test } from 'vitest'
import { passwordFaults } from '#core/access/password.ts'

test.for([
  ['Correct#Horse9', []],
  ['春风又绿江南岸 2026', []],
  [`Aa1${'x'.repeat(61)}`, []],
  ['Ab1#xyz', ['too-short']],
  ['abcdefgh', ['too-simple', 'too-common']],
  ['hdkwmzqv', ['too-simple']],
  ['hdkw7281', ['too-simple']],
  ['hdkwmzqvtplr', ['too-simple']],
  ['Zhangsan#99', ['contains-login']],
  ['ＺＨＡＮＧＳＡＮ#9x', ['contains-login']],
  ['Password#1', ['too-common']],
  ['Xiaohao@2026', ['too-common']],
  ['Aa1#'.repeat(40), ['too-long']],
] as const)('%s: %s', ([password, faults]) => {
  expect(passwordFaults(password, 'zhangsan')).toEqual(faults)
})
