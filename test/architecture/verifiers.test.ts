import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Pages that check without the program, each one file that an auditor can read and keep. */
const PAGES = ['journal', 'draw', 'closure'].map((name) => readFileSync(new URL(`../../verifier/${name}.html`, import.meta.url), 'utf8'))

/** What has to stand in each of them, since none may load anything. */
test.for([
  ['the look', '<style>', '</style>'],
  ['SM3', 'SM3, GB/T 32905-2016', 'return out'],
])('%s is the same in every page', ([, from = '', to = '']) => {
  const parts = PAGES.map((page) => page.slice(page.indexOf(from), page.indexOf(to, page.indexOf(from))))
  expect(new Set(parts).size).toBe(1)
  expect(parts[0]?.length).toBeGreaterThan(200)
})
