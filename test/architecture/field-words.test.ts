import { expect, test } from 'vitest'
import { isTest, sourcesOf, withoutComments } from '#test/architecture/sources.ts'

/** Words that belong to one field (courts, enterprises): data of its pack. The compiler reads plans of every field, so its lexicon may know them. */
const FIELD_WORDS = /法院|法庭|法官|审判|庭长|庭室|执行局|案件|院长|检察|子公司|董事长|总经理|分厂/

/** Where such a word may stand, and why. */
const ALLOWED: Readonly<Record<string, string>> = {
  'src/core/authn/password.ts': 'a word that passwords are guessed by',
  'src/core/draw/read-population.ts': 'heads of columns in lists that are drawn from',
  'src/web/_components/password-rules/text.zh.ts': 'names that word',
  'src/web/_components/password-rules/text.en.ts': 'names that word',
  'src/web/pages/draws/text.zh.ts': 'an example among others',
  'src/web/pages/registers/definition/text.zh.ts': 'what must not be kept, whatever the field',
}

const files = sourcesOf('src/**/*.ts', 'src/**/*.tsx').filter(
  ({ file }) => !isTest(file) && !file.includes('.fixture.') && !file.startsWith('src/compiler/'),
)

test('no word of one field stands in the code', () => {
  const found = files.filter(({ text }) => FIELD_WORDS.test(withoutComments(text))).map(({ file }) => file)
  expect(found.toSorted()).toEqual(Object.keys(ALLOWED).toSorted())
})
