import { expect, test } from 'vitest'
import { sizeText } from './size-text.ts'

test.for([
  [0, '0 B'],
  [18, '18 B'],
  [1024, '1.0 KB'],
  [150 * 1024, '150 KB'],
  [1_468_006, '1.4 MB'],
  [500 * 1024 ** 2, '500 MB'],
  [3 * 1024 ** 3, '3.0 GB'],
] as const)('%i bytes read %s', ([bytes, words]) => {
  expect(sizeText(bytes)).toBe(words)
})
