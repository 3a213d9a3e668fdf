import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { fromRoot, isTest, sourcesOf, withoutComments } from '#test/architecture/sources.ts'

const GUIDE = 'docs/guide/assurance.md'
const ITEMS = 75
const text = readFileSync(fromRoot(GUIDE), 'utf8')
const rows = [...text.matchAll(/^\| (\d+) \| ([^|]+) \| (.+) \|$/gm)].map(([, item, what = '', proof = '']) => ({
  item: Number(item),
  what,
  proof,
}))
const isMet = ({ proof }: { readonly proof: string }): boolean => !proof.startsWith('**未达到**')

/** The tests a proof names: the file, and how its name begins. */
function testsIn(proof: string): readonly { readonly file: string; readonly name: string }[] {
  const linked = [...proof.matchAll(/\]\(([^)]+)\) “([^”]+)”/g)].map(([, link = '', name = '']) => ({
    file: path.posix.join(path.posix.dirname(GUIDE), link),
    name,
  }))
  const quoted = [...proof.matchAll(/`([^`]+\.ts)`“([^”]+)”/g)].map(([, file = '', name = '']) => ({ file, name }))
  return [...linked, ...quoted]
}

test('every item of the checklist stands in the guide once, in order', () => {
  expect(rows.map(({ item }) => item)).toEqual(Array.from({ length: ITEMS }, (_, at) => at + 1))
})

test.for(rows)('item $item names tests that there are, or why it is not met', (row) => {
  const named = testsIn(row.proof)
  expect(named.length > 0 || (!isMet(row) && row.proof.length > 10)).toBe(true)
  const missing = named.filter(({ file, name }) => !existsSync(fromRoot(file)) || !readFileSync(fromRoot(file), 'utf8').includes(name))
  expect(missing).toEqual([])
})

test('the guide counts them as they are', () => {
  const met = rows.filter(isMet).length
  expect(text).toContain(`达到 ${met} 项，未达到 ${ITEMS - met} 项`)
})

describe('assurance 63: patterns are made of what stands in the program', () => {
  /** Files that make patterns of words they are given, and why that is safe. */
  const GIVEN: Readonly<Record<string, string>> = {
    'src/core/terms/mentions.ts': 'names of the organisation, each character of them escaped',
    'src/core/terms/mention-names.ts': 'the same',
    'src/core/pack/post-names.ts': 'names of the pack, each character but the star escaped',
    'src/server/db/guard-query.ts': 'our own table names',
    'src/server/platform/sign-in-settings.ts': 'a constant',
  }

  test('and of nothing that users enter', () => {
    const made = sourcesOf('src/{core,contract,server,web}/**/*.{ts,tsx}')
      .filter(({ file, text: source }) => !isTest(file) && /new RegExp\(|\bRegExp\(/.test(withoutComments(source)))
      .map(({ file }) => file)
    expect(made.filter((file) => !(file in GIVEN))).toEqual([])
  })
})
