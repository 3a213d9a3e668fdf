import { expect, test } from 'vitest'
import { isTest, sourcesOf, withoutComments } from '#test/architecture/sources.ts'

const server = sourcesOf('src/server/**/*.ts')
  .filter(({ file }) => !isTest(file))
  .map(({ file, text }) => ({ file, code: withoutComments(text) }))

const CHANGES = /\.updateTable\((?:'commitment'|'ledgerEntry')\)/
const MAKES = /\.insertInto\('(?:commitment|ledgerEntry)'\)/

test('there are writers to look at', () => {
  expect(server.filter(({ code }) => CHANGES.test(code)).length).toBeGreaterThan(2)
  expect(server.filter(({ code }) => MAKES.test(code)).length).toBeGreaterThan(0)
})

test('whoever changes a commitment or its row of the ledger keeps what stood before', () => {
  const forgetful = server.filter(({ code }) => CHANGES.test(code) && !/\bkeepReplaced\(/.test(code))
  expect(forgetful.map(({ file }) => file)).toEqual([])
})

test('whoever makes a commitment keeps that there was none before', () => {
  const forgetful = server.filter(({ code }) => MAKES.test(code) && !/\bkeepMade\(/.test(code))
  expect(forgetful.map(({ file }) => file)).toEqual([])
})

const SETS = /\.(?:insertInto|updateTable|deleteFrom)\('(?:lightSetting|register)'\)/

test('whoever changes the thresholds of lights or a register keeps what held before', () => {
  const setters = server.filter(({ code }) => SETS.test(code))
  expect(setters.length).toBeGreaterThan(1)
  expect(setters.filter(({ code }) => !/\bkeepSetting\(/.test(code)).map(({ file }) => file)).toEqual([])
})
