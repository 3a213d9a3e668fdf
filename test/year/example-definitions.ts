import { COURT } from '#test/year/court-people.ts'
import type { Names } from '#test/year/names.ts'

/** How one commitment is counted, in the words of its registers. All that is left out is as `Definition` has it by default. */
export interface Defined {
  /** C1–C36 of the list of the example plan's commitments. */
  readonly c: string
  /** Where the plan has it. */
  readonly ref: string
  /** `link`: only what names the commitment in this field. */
  readonly sources: readonly (readonly [register: string, where: object | null, link?: string])[]
  /** `all`: one of each source. */
  readonly mode?: 'all'
  readonly counting?: object
  readonly measure?: object
  readonly scope?: object
  /** What a limit runs from. */
  readonly event?: object
}

const is = (field: string, ...values: readonly string[]) => ({ kind: 'one-of', field, values })
const both = (...of: readonly object[]) => ({ kind: 'all', of })
/** A side of a share: what is measured of which records. */
const side = (measure: object, register: string, where: object | null, more: object = {}) => ({
  measure,
  counting: rule([[register, where]], more),
})
const sum = (field: string) => ({ kind: 'sum', field })
const latest = (field: string) => ({ kind: 'latest', field })
const count = { kind: 'count' }

/** A rule of counting. */
export function rule(sources: Defined['sources'], more: object = {}): object {
  return {
    sources: sources.map(([register, where, link]) => ({ register, where, ...(link === undefined ? {} : { link }) })),
    mode: 'any',
    needs: 'submitted',
    completion: null,
    since: 'period',
    within: null,
    notWith: [],
    before: null,
    ...more,
  }
}

/** The definitions of the example plan's computable commitments, C1–C36 without the three that are vague. */
export function exampleDefinitions({ org, group, head }: Names): readonly Defined[] {
  const president = head(COURT)
  const members = { kind: 'group', group: group('班子成员') }
  const eachMember = { kind: 'each', population: members, reach: 'own' }
  const byPresident = { kind: 'post', post: president }
  const asPresident = { kind: 'party', party: { kind: 'post', id: president } }
  const chiefs = { kind: 'group', group: group('基层法院主要负责人') }
  const everyone = { kind: 'group', group: group('全院干警') }
  const wholeCity = { kind: 'org', org: org(COURT), reach: 'all' }
  return [
    { c: 'C1', ref: '1-1-1', sources: [['study-session', null]] },
    { c: 'C2', ref: '1-1-2', sources: [['study-session', is('themes', '习近平法治思想与法治建设')]] },
    {
      c: 'C3',
      ref: '1-1-3',
      sources: [
        ['research-output', is('kind', '调研报告')],
        ['research-output', is('kind', '理论文章')],
      ],
      counting: { needs: 'accepted' },
      scope: eachMember,
    },
    { c: 'C4', ref: '1-1-4', sources: [['theory-test', is('kind', '首次测试')]] },
    {
      c: 'C5',
      ref: '1-2-1',
      sources: [['training', both(is('kind', '政治能力'), { kind: 'covers', field: 'present', population: everyone })]],
    },
    { c: 'C6', ref: '1-2-3', sources: [['ideology-meeting', null]] },
    { c: 'C7', ref: '1-3-1', sources: [['report-hearing', both(is('kind', '重大决策部署落实情况'), is('body', '院党组'))]] },
    {
      c: 'C8',
      ref: '2-1-1',
      sources: [['training', is('kind', '全员轮训')]],
      measure: {
        kind: 'ratio',
        numerator: { measure: sum('partyHours'), counting: null },
        denominator: { measure: sum('hours'), counting: null },
      },
    },
    {
      c: 'C9',
      ref: '2-1-2',
      sources: [
        ['party-day', is('kind', '集体现场教学')],
        ['party-day', is('kind', '主题党日')],
      ],
      mode: 'all',
    },
    { c: 'C10', ref: '2-1-3', sources: [['self-review', null]], scope: eachMember },
    {
      c: 'C11',
      ref: '2-2-2',
      sources: [['heart-talk', null]],
      scope: { kind: 'pairs', a: asPresident, b: { kind: 'union', of: [members, chiefs] }, with: 'with' },
    },
    {
      c: 'C12',
      ref: '2-2-3',
      sources: [['heart-talk', null]],
      scope: { kind: 'pairs', a: members, b: { kind: 'headsOf', relation: 'inChargeOf' }, with: 'with' },
    },
    { c: 'C13', ref: '2-3-1', sources: [['party-discipline-contest', is('scope', '全院')]] },
    { c: 'C14', ref: '3-1-1', sources: [['field-research', null]], scope: eachMember },
    { c: 'C15', ref: '3-1-2', sources: [['field-research', is('mode', '带案下访', '现场办公')]], scope: eachMember },
    { c: 'C16', ref: '3-1-3', sources: [['reception', null]], scope: byPresident },
    {
      c: 'C17',
      ref: '3-1-4',
      sources: [['benefit-project', null]],
      counting: { completion: { field: 'completedOn', counts: 'done' } },
    },
    { c: 'C18', ref: '3-1-5', sources: [['consultation', is('kind', '征求意见座谈会')]] },
    {
      c: 'C19',
      ref: '3-2-4',
      sources: [['consultation', is('kind', '民主生活会前征求意见会')]],
      counting: { before: { register: 'consultation', where: is('kind', '民主生活会') } },
    },
    { c: 'C20', ref: '3-3-2', sources: [['verification-notice', is('subject', '“三个规定”填报')]] },
    {
      c: 'C21',
      ref: '3-3-4',
      sources: [['case-review', is('kind', '随机评查')]],
      measure: {
        kind: 'ratio',
        numerator: { measure: sum('cases'), counting: null },
        denominator: side(sum('value'), 'figure-indicator', is('name', '结案数')),
      },
    },
    {
      c: 'C22',
      ref: '4-1-1',
      sources: [['figure-indicator', is('name', '万人成讼率')]],
      measure: { kind: 'change', direction: 'decrease', of: latest('value'), base: { kind: 'year', year: 2025 } },
      scope: wholeCity,
    },
    { c: 'C23', ref: '4-1-3', sources: [['judicial-suggestion', is('outcome', '已采纳', '部分采纳')]] },
    { c: 'C24', ref: '4-1-4', sources: [['reform-task', null]], scope: byPresident },
    { c: 'C26', ref: '4-2-1', sources: [['rate-indicator', is('name', '电子卷宗随案同步生成率')]], measure: latest('value') },
    { c: 'C29', ref: '4-3-1', sources: [['risk-screening', null]] },
    {
      c: 'C30',
      ref: '4-3-3',
      sources: [['old-petition', is('list', '年初存量清单')]],
      counting: { since: 'ever' },
      measure: {
        kind: 'ratio',
        numerator: side(count, 'old-petition', is('list', '年初存量清单'), {
          since: 'ever',
          completion: { field: 'settledOn', counts: 'done' },
        }),
        denominator: { measure: count, counting: null },
      },
    },
    { c: 'C32', ref: '5-1-2', sources: [['governance-meeting', null]], scope: byPresident },
    {
      c: 'C33',
      ref: '5-1-3',
      sources: [['report-hearing', is('kind', '一岗双责履行情况')]],
      scope: { kind: 'pairs', a: asPresident, b: members, with: 'reporters' },
    },
    {
      c: 'C34',
      ref: '6-1-1',
      sources: [
        [
          'case-analysis',
          both(
            is('kind', '违反中央八项规定精神'),
            is('dimensions', '德'),
            is('dimensions', '纪'),
            is('dimensions', '法'),
            is('dimensions', '责'),
          ),
        ],
      ],
    },
    { c: 'C35', ref: '6-3-2', sources: [['supervision-check', is('kind', '审务督察', '司法作风检查')]] },
    { c: 'C36', ref: '四-2-3', sources: [['report-hearing', is('kind', '整改进展')]] },
    {
      c: 'C27',
      ref: '4-2-3',
      sources: [['supervision-coverage', null]],
      counting: { since: 'ever' },
      measure: {
        kind: 'ratio',
        numerator: side(count, 'supervision-coverage', { kind: 'yes', field: 'isConnected', value: true }, { since: 'ever' }),
        denominator: { measure: count, counting: null },
      },
      scope: { kind: 'org', org: org(COURT), reach: 'own' },
    },
  ]
}

/** The three that are vague: how they are counted once a person has said what they mean. */
export function vagueDefinitions(): readonly Defined[] {
  return [
    { c: 'C25', ref: '4-1-2', sources: [['figure-indicator', is('name', '全省位次')]], measure: latest('value') },
    { c: 'C28', ref: '4-2-4', sources: [['innovation-selection', is('stage', '推广')]] },
    { c: 'C31', ref: '4-3-4', sources: [['drill', is('scope', '全院')]] },
  ]
}
