import { expect, test } from 'vitest'
import { idOf, smallOrganisation } from '#core/org/organisation.fixture.ts'
import { directoryOf, foundOrgs } from '../model/directory.ts'
import { firstOpen, moveFocus, visibleRows } from './rows.ts'

const directory = directoryOf(smallOrganisation)
const [court, office, filing] = [idOf(1), idOf(2), idOf(3)]
const open = visibleRows(directory, firstOpen(directory, null), null)
const folded = visibleRows(directory, new Set(), null)

test('the top is open at first', () => {
  expect(open.map(({ org, level, isOpen }) => [org.id, level, isOpen])).toEqual([
    [court, 1, true],
    [office, 2, null],
    [filing, 2, null],
  ])
  expect(folded.map(({ org, isOpen }) => [org.id, isOpen])).toEqual([[court, false]])
})

test.for([
  ['ArrowDown', court, { kind: 'focus', id: office }],
  ['ArrowDown', filing, null],
  ['ArrowUp', office, { kind: 'focus', id: court }],
  ['Home', filing, { kind: 'focus', id: court }],
  ['End', court, { kind: 'focus', id: filing }],
  ['ArrowLeft', court, { kind: 'toggle', id: court, isOpen: false }],
  ['ArrowLeft', filing, { kind: 'focus', id: court }],
  ['ArrowRight', court, { kind: 'focus', id: office }],
  ['ArrowRight', filing, null],
  ['Enter', office, { kind: 'show', id: office }],
  ['a', office, null],
] as const)('%s on %s', ([key, at, move]) => {
  expect(moveFocus(open, at, key)).toEqual(move)
})

test('ArrowRight opens what is folded', () => {
  expect(moveFocus(folded, court, 'ArrowRight')).toEqual({ kind: 'toggle', id: court, isOpen: true })
})

test.for([
  ['', null],
  ['立案', [filing, court]],
  ['院办', [office, court]],
  ['田禾', [filing, court]],
  ['主任', [office, court]],
  ['没有', []],
] as const)('searching for %s', ([words, ids]) => {
  const found = foundOrgs(directory, words)
  expect(found === null ? null : [...found]).toEqual(ids)
})

test('a group of everyone counts whoever holds a post below', () => {
  expect([directory.sizeOf(idOf(51)), directory.sizeOf(idOf(52))]).toEqual([1, 3])
})
