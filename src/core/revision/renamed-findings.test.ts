import { expect, test } from 'vitest'
import { renamedFindings } from '#core/revision/renamed-findings.ts'

test.for<[string, string, string]>([
  ['nothing is worded otherwise', 'a>a b>b', ''],
  ['one is', 'a>c a>c b>b', 'a>c'],
  ['most of its commitments went there', 'a>c a>d a>d', 'a>d'],
  ['some still stand under the old words', 'a>a a>c', ''],
  ['another has the new words already', 'a>b b>b', ''],
  ['two become one: the first is it', 'a>c b>c', 'a>c'],
])('%s', ([, standings, expected]) => {
  const all = standings.split(' ').map((each) => ({ before: each.charAt(0), after: each.charAt(2) }))
  expect(
    renamedFindings(all)
      .map((each) => each.join('>'))
      .join(' '),
  ).toBe(expected)
})
