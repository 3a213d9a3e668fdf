import { expect, test } from 'vitest'
import { isTest, sourcesOf } from '#test/architecture/sources.ts'

const registers = sourcesOf('packs/*/registers/*.json').map(({ file }) => file.replace(/^.*\/|\.json$/g, ''))
const code = sourcesOf('src/**/*.{ts,tsx}').filter(({ file }) => !isTest(file))

test('there are registers to look for', () => {
  expect(registers.length).toBeGreaterThan(40)
})

// what a register is stands in its file alone: another field needs another pack, no other code
test('no code knows a register by its name', () => {
  const named = new RegExp(`['"](${registers.join('|')})['"]`)
  expect(code.filter(({ text }) => named.test(text)).map(({ file }) => file)).toEqual([])
})
