import { expect, test } from 'vitest'
import { counting, decimal, field, person, register } from '#core/occurrence/world.fixture.ts'
import { Register } from '#core/register/register.ts'
import { checkDefinition } from '#core/terms/check-definition.ts'
import type { Definition } from '#core/terms/definition.ts'

const research = Register.parse({
  id: 'field-research',
  title: '基层调研',
  fields: [
    { id: 'mode', label: '方式', type: 'choice', options: ['蹲点调研', '走访座谈'] },
    { id: 'hours', label: '课时', type: 'decimal', unit: '课时' },
    { id: 'present', label: '参加人员', type: 'people', isMany: true },
    { id: 'doneOn', label: '办结日期', type: 'day' },
  ],
  filledBy: ['everyone'],
  readBy: ['everyone'],
  sensitivity: 'open',
})
const base: Definition = {
  org: 'court',
  scope: null,
  measure: null,
  counting,
  event: null,
  midPeriod: null,
  isExact: false,
  waived: [],
}
const known = new Set(['org:court', 'post:president', 'person:chen'])
const context = {
  registers: new Map([[research.id, research]]),
  isKnown: ({ kind, id }: { kind: string; id: string }) => known.has(`${kind}:${id}`),
  isGroup: (group: string) => group === 'leaders',
}
const counts = (changes: Partial<typeof counting>) => ({ counting: { ...counting, ...changes } })
const whereMode = (value: string) => [
  { register: register('field-research'), where: { kind: 'one-of' as const, field: field('mode'), values: [value] } },
]
const leaders = { kind: 'group', group: 'leaders' } as const

test.for<[string, Partial<Definition>, readonly string[]]>([
  ['as it stands', {}, []],
  ['nothing said', { counting: null }, []],
  ['a condition', counts({ sources: whereMode('蹲点调研') }), []],
  ['no such choice', counts({ sources: whereMode('电话') }), ['no-such-option']],
  ['no such register', counts({ sources: [{ register: register('letters'), where: null }] }), ['no-such-register']],
  ['an event of no register', counts({ before: { register: register('letters'), where: null } }), ['no-such-register']],
  ['a limit from no register', { event: { register: register('letters'), where: null } }, ['no-such-register']],
  ['a sum', { measure: { kind: 'sum', field: field('hours') } }, []],
  ['a sum of words', { measure: { kind: 'sum', field: field('mode') } }, ['not-for-this-type']],
  ['a sum of nothing', { measure: { kind: 'sum', field: field('money') } }, ['no-such-field']],
  ['people', { measure: { kind: 'coverage', field: field('present'), population: leaders } }, []],
  [
    'coverage of a group there is not',
    { measure: { kind: 'coverage', field: null, population: { ...leaders, group: 'x' } } },
    ['unknown-group'],
  ],
  [
    'a change of a number',
    {
      measure: {
        kind: 'change',
        direction: 'decrease',
        of: { kind: 'latest', field: field('mode') },
        base: { kind: 'value', value: decimal('3') },
      },
    },
    ['not-for-this-type'],
  ],
  [
    'a share with a rule of its own',
    {
      measure: {
        kind: 'ratio',
        numerator: { measure: { kind: 'count' }, counting: { ...counting, sources: whereMode('电话') } },
        denominator: { measure: { kind: 'sum', field: field('present') }, counting: null },
      },
    },
    ['no-such-option', 'not-for-this-type'],
  ],
  ['completion on no day', counts({ completion: { field: field('mode'), counts: 'done' } }), ['not-for-this-type']],
  ['another court', { org: 'county' }, ['unknown-party']],
  ['each of a group', { scope: { kind: 'each', population: { kind: 'union', of: [leaders] }, reach: 'own' } }, []],
  ['a stranger', { scope: { kind: 'each', population: { kind: 'party', party: person('nobody') }, reach: 'own' } }, ['unknown-party']],
  ['a post', { scope: { kind: 'post', post: 'president' } }, []],
  ['pairs by no field of people', { scope: { kind: 'pairs', a: leaders, b: leaders, with: field('mode') } }, ['not-for-this-type']],
  [
    'each record of no register',
    { scope: { kind: 'record', of: { register: register('letters'), where: null }, link: null } },
    ['no-such-register'],
  ],
])('%s', ([, changes, codes]) => {
  expect(checkDefinition({ ...base, ...changes }, context).map(({ code }) => code)).toEqual(codes)
})
