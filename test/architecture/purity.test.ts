import { expect, test } from 'vitest'
import { isTest, sourcesOf, withoutComments } from '#test/architecture/sources.ts'

// what the compiler settings of pure layers cannot see: the language itself knows the clock and chance
const IMPURE = /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bperformance\.|\bcrypto\.|\bconsole\.|\bprocess\.|\bglobalThis\b/

test.for(['core', 'compiler', 'contract'])('%s knows no clock, no chance and no machine', (layer) => {
  const impure = sourcesOf(`src/${layer}/**/*.ts`).filter(({ file, text }) => !isTest(file) && IMPURE.test(withoutComments(text)))
  expect(impure.map(({ file }) => file)).toEqual([])
})
