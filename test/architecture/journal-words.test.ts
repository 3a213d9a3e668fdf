import { expect, test } from 'vitest'
import { permissions } from '#core/access/policy.ts'
import { isTest, sourcesOf, withoutComments } from '#test/architecture/sources.ts'
import { nounsZh } from '#web/pages/journal/words/nouns.zh.ts'
import { verbsZh } from '#web/pages/journal/words/verbs.zh.ts'

const code = sourcesOf('src/server/**/*.ts')
  .filter(({ file }) => !isTest(file) && !file.endsWith('.fixture.ts'))
  .map(({ text }) => withoutComments(text))
  .join('\n')

const NAME = "'([a-z][a-z-]*\\.[a-z][a-z-]*)'"
/** Where a verb is named: in an entry, in a choice of two, and in the functions that record for several verbs. */
const RECORDED = [
  `\\bverb(?::| =)[^\\n]*?${NAME}`,
  `\\bverb: [^\\n]*?'[^\\n]*? : ${NAME}`,
  `\\b(?:about|make|changeAccount)\\(\\s*context,[^']*?${NAME}`,
]

/** What the sources record. */
function recordedIn(text: string): ReadonlySet<string> {
  return new Set(RECORDED.flatMap((pattern) => [...text.matchAll(new RegExp(pattern, 'g'))].map(([, verb = '']) => verb)))
}

test('every verb that is recorded has its words, and no word is for a verb that nobody records', () => {
  expect([...recordedIn(code)].toSorted()).toEqual(Object.keys(verbsZh).toSorted())
})

test('what is recorded is found wherever it stands', () => {
  const text = `record({ verb: 'a.b' }); x({ verb: y ? 'c.d' : 'e.f' }); const verb = 'g.h'\nabout(context, 'i.j', 1); changeAccount(context, input.id, 'k.l', z)`
  expect([...recordedIn(text)].toSorted()).toEqual(['a.b', 'c.d', 'e.f', 'g.h', 'i.j', 'k.l'])
})

test('every noun of a verb, a permission and a subject has its word', () => {
  const subjects = [...code.matchAll(/\bsubject(?::| =) \{ kind: '([a-z-]+)'|\b(?:about|make)\(\s*context, '[^']*', '([a-z-]+)'/g)].map(
    ([, kind, made]) => kind ?? made ?? '',
  )
  expect(subjects.length).toBeGreaterThan(20)
  const nouns = [...Object.keys(verbsZh), ...permissions].map((name) => name.split(/[.:]/)[0] ?? name)
  expect([...new Set([...nouns, ...subjects])].filter((noun) => !Object.hasOwn(nounsZh, noun))).toEqual([])
})
