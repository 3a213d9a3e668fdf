import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markWords } from '#core/revision/mark-words.ts'

const shown = (side: readonly { readonly text: string; readonly isChanged: boolean }[]): string =>
  side.map(({ text, isChanged }) => (isChanged ? `[${text}]` : text)).join('')

test.for([
  ['每年不少于12次', '每年不少于15次', '每年不少于[12]次', '每年不少于[15]次'],
  ['每年学习', '每年学习和讨论', '每年学习', '每年学习[和讨论]'],
  ['由办公室牵头', '由研究室牵头', '由[办公]室牵头', '由[研究]室牵头'],
  ['', '新增', '', '[新增]'],
  ['下降5%', '下降5.5%', '下降[5]%', '下降[5.5]%'],
] as const)('%s → %s', ([before, after, left, right]) => {
  const marked = markWords(before, after)
  expect([shown(marked.before), shown(marked.after)]).toEqual([left, right])
})

test('every sign stays, and what is not marked is the same on both sides', () => {
  const words = fc.string({ unit: fc.constantFrom(...'每年组织学习12次，。3a'.split('')), maxLength: 60 })
  fc.assert(
    fc.property(words, words, (before, after) => {
      const marked = markWords(before, after)
      expect(marked.before.map(({ text }) => text).join('')).toBe(before)
      expect(marked.after.map(({ text }) => text).join('')).toBe(after)
      expect(markWords(before, before).after.every(({ isChanged }) => !isChanged)).toBe(true)
    }),
  )
})

test('long texts are compared by their ends', () => {
  const long = '学'.repeat(1200)
  expect(shown(markWords(`${long}甲${long}`, `${long}乙丙${long}`).after)).toBe(`${long}[乙丙]${long}`)
})
