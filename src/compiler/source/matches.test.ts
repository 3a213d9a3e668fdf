import { expect, test } from 'vitest'
import { matchesOf } from './matches.ts'

const asShown = (matches: Iterable<RegExpExecArray>) => Array.from(matches, ({ index, groups, ...words }) => ({ index, groups, words }))

test.for([
  [/\d+/g, '每年12次，其中4次'],
  [/(?<unit>次)/g, '12次4次'],
  [/(?=次)/g, '12次4次'],
  [/x*/g, 'axxb'],
  [/(?<!第)/gu, '𠮷3次'],
  [/没有/g, '每年12次'],
  [/$/g, ''],
] as const)('finds what matchAll finds: %s in %s', ([pattern, text]) => {
  expect(asShown(matchesOf(pattern, text))).toEqual(asShown(text.matchAll(pattern)))
  expect(matchesOf(pattern, text)).toHaveLength([...text.matchAll(pattern)].length)
})
