import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Field } from '#core/register/field.ts'
import { Register } from '#core/register/register.ts'
import { isTest, sourcesOf, withoutComments } from '#test/architecture/sources.ts'

const sources = [...sourcesOf('src/server/**/*.ts'), ...sourcesOf('src/contract/**/*.ts'), ...sourcesOf('src/core/**/*.ts')]
  .filter(({ file }) => !isTest(file) && !file.endsWith('.fixture.ts'))
  .map(({ file, text }) => ({ file, code: withoutComments(text) }))
const migrations = readdirSync('migrations').map((name) => readFileSync(`migrations/${name}`, 'utf8'))

/** What is grouped by somebody, and why it may be. */
const GROUPED: Readonly<Record<string, string>> = {
  'src/server/account/list.ts': 'from how many addresses an account signed in: a matter of security, no figure about work',
  'src/server/occurrence/growth.ts': 'what a commitment owes of each subject, as the plan says; nothing about who entered it',
}

/** Columns that name who did something. */
const SOMEBODY =
  /\.groupBy\((?:\[[^\]]*)?'(?:\w+\.)?(?:enteredBy\w*|actor\w*|person\w*|reviewedBy\w*|returnedBy\w*|subject|uploadedBy\w*|accountId)'/

test('no statement adds up by whom something was entered, returned or done', () => {
  const found = sources.filter(({ file, code }) => SOMEBODY.test(code) && !(file in GROUPED)).map(({ file }) => file)
  expect(found).toEqual([])
})

test('finds one that does', () => {
  expect(SOMEBODY.test(".groupBy(['register', 'enteredBy'])") && SOMEBODY.test(".groupBy('actorName')")).toBe(true)
})

test('no input or answer of the contract ranks or scores people', () => {
  const words = /\b(?:score|ranking|byPerson|perPerson|leaderboard)\b\s*:/i
  expect(sources.filter(({ file, code }) => file.startsWith('src/contract/') && words.test(code)).map(({ file }) => file)).toEqual([])
})

test('of a photo no position is stored: no column, no field of any type could hold it', () => {
  const place = /\b(?:gps|latitude|longitude|geo_?location|coordinates)\b/i
  expect(migrations.filter((text) => place.test(text))).toEqual([])
  expect(sources.filter(({ code }) => place.test(code)).map(({ file }) => file)).toEqual([])
  const types = Field.options.map(({ shape }) => shape.type.value)
  expect(types.filter((type) => place.test(type))).toEqual([])
})

test('what is about single persons has an end by the shape of its register', () => {
  expect(Register.unwrap().shape.keptMonths.safeParse(0).success).toBe(false)
})
