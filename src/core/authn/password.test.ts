import { expect, test } from 'vitest'
import { passwordFaults } from '#core/authn/password.ts'

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
  expect(passwordFaults(password, 'zhangsan', { profile: 'dengbao' })).toEqual(faults)
})

test.for([
  ['correct horse battery', []],
  ['hdkwmzqvtplr', []],
  ['Correct#Hrs', ['too-short']],
  ['zhangsan is my name', ['contains-login']],
  ['password password', []],
  ['passwordabcd', ['too-common']],
] as const)('by length and lists alone, %s: %s', ([password, faults]) => {
  expect(passwordFaults(password, 'zhangsan', { profile: 'asvs' })).toEqual(faults)
})

const isListed = (folded: string) => folded === 'dragonfly'

test.for(['Dragonfly', 'Dragonfly2026!', 'ＤＲＡＧＯＮＦＬＹ#1'])('%s is a listed word, alone or with signs after it', (password) => {
  expect(passwordFaults(password, 'zhangsan', { profile: 'dengbao', isListed })).toContain('too-common')
})
