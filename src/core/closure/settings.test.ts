import { expect, test } from 'vitest'
import type { ClosureLevel } from '#core/closure/closure.ts'
import { acceptLevels, ClosureLevels, levelsFor, usualLevels } from '#core/closure/settings.ts'

const [verify, approve] = usualLevels.staged
const way = (post: ClosureLevel['post']): readonly ClosureLevel[] => [
  { role: 'verify', post, accounts: [], mode: 'any' },
  { role: 'approve', post: 'leader', accounts: [], mode: 'any' },
]
const levels: ClosureLevels = {
  ...usualLevels,
  immediate: way('office'),
  origins: [
    { origin: 'audit', nature: null, levels: way('unit') },
    { origin: 'audit', nature: 'standing', levels: way('leader') },
  ],
}

test.for([
  ['of its nature', 'immediate', null, levels.immediate],
  ['without a nature as a staged one', null, null, levels.staged],
  ['of its origin, whatever it is', 'immediate', 'audit', way('unit')],
  ['of its origin and nature', 'standing', 'audit', way('leader')],
  ['of its nature, where nothing is set for its origin', 'standing', 'inspection-tour', levels.standing],
] as const)('the most specific levels hold: %s', ([, nature, origin, expected]) => {
  expect(levelsFor(levels, { nature, origin })).toEqual(expected)
})

test.for([
  ['usual', usualLevels, null],
  ['with some of an origin', levels, null],
  ['one level of an origin', { ...levels, origins: [{ origin: 'audit', nature: null, levels: [verify] }] }, 'verify-then-approve'],
  [
    'all of one, in an origin',
    { ...levels, origins: [{ origin: 'audit', nature: null, levels: [verify, { ...approve, mode: 'all' }] }] },
    'all-needs-names',
  ],
  ['the same twice', { ...levels, origins: [...levels.origins, ...levels.origins] }, 'origin-twice'],
] as const)('levels: %s', ([, given, refusal]) => {
  const accepted = acceptLevels(ClosureLevels.parse(given))
  expect(accepted.ok ? null : accepted.refusal.code).toBe(refusal)
})

test('what was kept before there were origins has none', () => {
  const { origins: _, ...before } = usualLevels
  expect(ClosureLevels.parse(before)).toEqual(usualLevels)
})
