import { COURT } from '#test/year/court-people.ts'
import { type Defined, rule } from '#test/year/example-definitions.ts'
import type { Names } from '#test/year/names.ts'

const is = (field: string, ...values: readonly string[]) => ({ kind: 'one-of', field, values })
const sum = (field: string) => ({ kind: 'sum', field })
const count = { kind: 'count' }
const ratio = (numerator: object, denominator: object) => ({ kind: 'ratio', numerator, denominator })
const repaid = { register: 'timed-matter', where: is('kind', '案款发还') }

/** How some of the sample plan's commitments are counted: every kind of period, limits in work days, caps, ranges, stocks, units and pairs. */
export function sampleDefinitions({ group, head }: Names): readonly Defined[] {
  const president = { kind: 'post', id: head(COURT) }
  return [
    { c: 'S1', ref: '1-1-1', sources: [['study-session', null]] },
    { c: 'S2', ref: '1-1-2', sources: [['study-session', is('themes', '审判执行难点')]] },
    { c: 'S3', ref: '1-1-3', sources: [['study-session', is('invited', '基层一线法官')]] },
    {
      c: 'S4',
      ref: '1-2-2',
      sources: [['research-output', is('kind', '调研报告')]],
      scope: { kind: 'each', population: { kind: 'group', group: group('班子成员') }, reach: 'own' },
    },
    {
      c: 'S5',
      ref: '1-2-3',
      sources: [['research-tracking', is('result', '已采纳')]],
      measure: ratio(
        { measure: count, counting: null },
        {
          measure: count,
          counting: rule([['research-tracking', null]]),
        },
      ),
    },
    { c: 'S6', ref: '1-3-1', sources: [['ideology-meeting', null]] },
    { c: 'S7', ref: '2-2-1', sources: [['reception', null]] },
    { c: 'S8', ref: '2-2-2', sources: [['reception', null]], scope: { kind: 'post', post: head(COURT) } },
    { c: 'S9', ref: '2-3-1', sources: [['benefit-project', null]], counting: { completion: { field: 'completedOn', counts: 'done' } } },
    {
      c: 'S10',
      ref: '2-3-2',
      sources: [['old-petition', is('list', '本年新增')]],
      counting: { since: 'ever', completion: { field: 'settledOn', counts: 'open' } },
    },
    { c: 'S11', ref: '3-1-2', sources: [['leading-group-meeting', null]] },
    {
      c: 'S12',
      ref: '3-2-1',
      sources: [['case-review', is('kind', '随机评查')]],
      measure: ratio(
        { measure: sum('cases'), counting: null },
        {
          measure: sum('value'),
          counting: rule([['figure-indicator', is('name', '结案数')]]),
        },
      ),
    },
    {
      c: 'S13',
      ref: '3-3-5',
      sources: [['judges-meeting', null]],
      scope: { kind: 'each', population: { kind: 'group', group: group('各审判庭') }, reach: 'own' },
    },
    {
      c: 'S14',
      ref: '4-1-1',
      sources: [[repaid.register, repaid.where]],
      counting: { completion: { field: 'doneOn', counts: 'done' } },
      scope: { kind: 'record', of: repaid, link: null },
      event: repaid,
    },
    { c: 'S15', ref: '5-1-1', sources: [['governance-meeting', null]] },
    {
      c: 'S16',
      ref: '5-1-2',
      sources: [['heart-talk', is('occasion', '责任谈话')]],
      scope: {
        kind: 'pairs',
        a: { kind: 'party', party: president },
        b: { kind: 'union', of: ['班子成员', '基层法院主要负责人'].map((name) => ({ kind: 'group', group: group(name) })) },
        with: 'with',
      },
    },
    { c: 'S17', ref: '5-2-4', sources: [['leading-group-meeting', null]] },
    { c: 'S18', ref: '6-1-3', sources: [['drill', null]] },
    { c: 'S19', ref: '四-1-1', sources: [['leading-group-meeting', is('kind', '领导小组会议')]] },
  ]
}
