import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { fromRoot, sourcesOf } from '#test/architecture/sources.ts'

const PATH = /^(src|test|docs|scripts|migrations|bench|packs|bin|\.ci)\/[\w./@-]*$/
const LONGEST_GUIDE = 100

const documents = sourcesOf('*.md', 'docs/**/*.md')

/** The paths a document names: in backquotes and in links. Patterns and placeholders are no paths. */
function pathsOf(file: string, text: string): string[] {
  const quoted = [...text.matchAll(/`([^`\n]+)`/g)].flatMap((match) => (match[1] ?? '').split(/\s+/)).filter((word) => PATH.test(word))
  const linked = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => (match[1] ?? '').split('#')[0] ?? '')
    .filter((link) => link !== '' && !/^[a-z]+:/.test(link))
    .map((link) => path.posix.join(path.posix.dirname(file), link))
  return [...quoted, ...linked]
}

test('there are documents', () => {
  const names = documents.map(({ file }) => file)
  expect(names).toEqual(expect.arrayContaining(['CONTRIBUTING.md', 'README.md', 'README.zh-CN.md', 'docs/architecture.md']))
})

test.for(documents)('every path that $file names exists', ({ file, text }) => {
  expect(pathsOf(file, text).filter((named) => !existsSync(fromRoot(named)))).toEqual([])
})

test('the contributor’s guide is short', () => {
  expect(documents.find(({ file }) => file === 'CONTRIBUTING.md')?.text.split('\n').length).toBeLessThanOrEqual(LONGEST_GUIDE)
})
