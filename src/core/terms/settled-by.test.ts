import { expect, test } from 'vitest'
import { Definition } from '#core/terms/definition.ts'
import { settledBy } from '#core/terms/settled-by.ts'

const counting = {
  sources: [{ register: 'training', where: null }],
  mode: 'any',
  needs: 'submitted',
  completion: null,
  since: 'period',
  within: null,
  notWith: [],
  before: null,
}
const plain = { org: 'court', scope: null, measure: null, counting, event: null, midPeriod: null, isExact: false, waived: [] }
const everyone = { kind: 'group', group: 'everyone' }
const side = { measure: { kind: 'count' }, counting: null }
const where = {
  kind: 'all',
  of: [
    { kind: 'filled', field: 'topic' },
    { kind: 'covers', field: 'present', population: everyone },
  ],
}

test.for([
  ['nothing', plain, []],
  ['each of a group', { ...plain, scope: { kind: 'each', population: everyone, reach: 'own' } }, ['population']],
  ['a share', { ...plain, measure: { kind: 'ratio', numerator: side, denominator: side } }, ['population']],
  ['who must be covered', { ...plain, counting: { ...counting, sources: [{ register: 'training', where }] } }, ['population']],
  [
    'a change',
    { ...plain, measure: { kind: 'change', direction: 'decrease', of: { kind: 'count' }, base: { kind: 'previous' } } },
    ['base-period'],
  ],
] as const)('%s', ([, definition, expected]) => {
  expect([...settledBy(Definition.parse(definition))]).toEqual(expected)
})
