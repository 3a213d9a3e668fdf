import { expect, test } from 'vitest'
import { isTest, sourcesOf, withoutComments } from '#test/architecture/sources.ts'

const LONGEST = 400
const MEDIAN = 80
const PERCENTILE_95 = 250

const all = sourcesOf('{src,test,bench,scripts}/**/*.{ts,tsx,mjs}')
const product = all.filter(({ file }) => file.startsWith('src/') && !isTest(file))

function linesOf(text: string): number {
  return text.split('\n').length - 1
}

test(`no file is longer than ${LONGEST} lines`, () => {
  expect(all.filter(({ text }) => linesOf(text) > LONGEST).map(({ file, text }) => `${file}: ${linesOf(text)}`)).toEqual([])
})

test(`half of the files have at most ${MEDIAN} lines, nineteen of twenty at most ${PERCENTILE_95}`, () => {
  const lengths = product.map(({ text }) => linesOf(text)).toSorted((a, b) => a - b)
  expect(lengths[Math.floor(lengths.length * 0.5)]).toBeLessThanOrEqual(MEDIAN)
  expect(lengths[Math.floor(lengths.length * 0.95)]).toBeLessThanOrEqual(PERCENTILE_95)
})

interface Ban {
  readonly name: string
  readonly pattern: RegExp
  readonly inComments?: boolean
  readonly excused?: readonly string[]
}

// words in parts, so that this file does not find itself
const NOTES = ['TO-DO', 'FIX-ME', 'XX-X', 'HA-CK'].map((word) => word.replace('-', '')).join('|')
const SUPPRESSIONS = ['@ts-(ignore|expect-error|nocheck)', '(eslint|oxlint)-dis~able', 'oxfmt-ig~nore'].join('|').replaceAll('~', '')
const bans: readonly Ban[] = [
  { name: 'default exports', pattern: /^export default/m, excused: ['test/final-line.ts', 'test/database/setup.ts'] },
  { name: 'suppressions', pattern: new RegExp(`//.*(${SUPPRESSIONS})|/\\*.*(${SUPPRESSIONS})`), inComments: true },
  { name: 'notes to oneself', pattern: new RegExp(`\\b(${NOTES})\\b`), inComments: true },
  { name: 'any', pattern: new RegExp(String.raw`[\w)\]]\s*:\s*an~y\b(?!\s*[=!]==)|<an~y\b|\bas an~y\b|\ban~y\[\]`.replaceAll('~', '')) },
  { name: 'classes that are no errors', pattern: /^(export )?(abstract )?class (?!\w+ extends \w*Error\b)/m },
  { name: 'enums and namespaces', pattern: /^(export )?(const )?(enum|namespace) /m },
]

test.for(bans)('no $name', ({ pattern, inComments = false, excused = [] }) => {
  const found = all.filter(({ file, text }) => !excused.includes(file) && pattern.test(inComments ? text : withoutComments(text)))
  expect(found.map(({ file }) => file)).toEqual([])
})

test('no file names the host of a package registry', () => {
  const host = /registry\.(npmjs|npmmirror|yarnpkg)|npmmirror\.com/
  const found = sourcesOf('*.{json,md,ts}', '.npmrc', '{docs,scripts,.ci,src,test,bench,packs}/**/*.{ts,tsx,mjs,md,json,txt}').filter(
    ({ file, text }) => file !== 'test/architecture/style.test.ts' && host.test(text),
  )
  expect(found.map(({ file }) => file)).toEqual([])
})
