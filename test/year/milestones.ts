import type { Year } from '#test/year/activity/year.ts'
import type { Defined } from '#test/year/example-definitions.ts'
import type { Fact, Standing } from '#test/year/fact.ts'
import type { Promised } from '#test/year/oracle.ts'
import { isFiled, isOwn, tally } from '#test/year/tally.ts'

/** Promises without a number: done or not done, by what names them. The day all that have none of their own are given in the example plan. */
export const EXAMPLE_DUE = '2026-06-30'
const REGISTERS = ['work-done', 'regulation-made']
const inSample = [
  { c: 'M1', ref: '1-3-3', by: '2026-10-31' },
  { c: 'M2', ref: '1-3-5', by: '2026-10-31' },
  { c: 'M3', ref: '1-2-7', by: '2026-12-31' },
]
const inExample = ['3-2-1', '5-1-1', '四-2-2'].map((ref, index) => ({ c: `M${index + 4}`, ref, by: EXAMPLE_DUE }))

function definitionsOf(several: readonly { readonly c: string; readonly ref: string }[]): readonly Defined[] {
  return several.map(({ c, ref }) => ({ c, ref, sources: REGISTERS.map((register) => [register, null, 'commitments']) }))
}

function promisesOf(several: typeof inSample): readonly Promised[] {
  return several.map(({ c, ref, by }) => ({
    c,
    ref,
    by,
    unit: 'once',
    value: 1,
    kind: 'level',
    measure: ({ known, from, to }) =>
      tally(
        known.filter(
          (fact) =>
            REGISTERS.includes(fact.register) &&
            isFiled(fact) &&
            isOwn(fact) &&
            from <= fact.to &&
            fact.to <= to &&
            namesIn(fact).includes(c),
        ),
      ),
  }))
}

export const milestones = {
  sample: { definitions: definitionsOf(inSample), promises: promisesOf(inSample) },
  example: { definitions: definitionsOf(inExample), promises: promisesOf(inExample) },
} as const

/** The milestones that a fact was done for. */
export function namesIn({ values }: Pick<Standing | Fact['entry'], 'values'>): readonly string[] {
  const value = values['commitments']
  return typeof value === 'object' && 'commitments' in value ? value.commitments : []
}

/** What was done for them: one thing for two; one too late; one never submitted; one by somebody else, then rightly, then voided; one for the wrong one at first. */
export function products({ add }: Year): void {
  add('work-done', '2026-05-20', done('印发两项规则', 'M1', 'M4'))
  add('work-done', '2026-11-18', done('迟了的办法', 'M2'), { org: '研究室' })
  add('work-done', '2026-12-09', done('没有提交的', 'M3'), { isDraft: true })
  add('work-done', '2026-04-15', done('下级法院的', 'M5'), { org: '青禾区人民法院' })
  add(
    'regulation-made',
    '2026-06-10',
    { title: '年度任务安排', act: '新建', area: '党建', issuedOn: '2026-06-10', commitments: { commitments: ['M5'] } },
    { acts: [{ after: 60, kind: 'void' }] },
  )
  add('work-done', '2026-03-04', done('填错了任务', 'M6'), {
    acts: [{ after: 60, kind: 'correct', changes: { values: { commitments: { commitments: ['M4'] } } } }],
  })
}

function done(what: string, ...commitments: readonly string[]): Fact['entry']['values'] {
  return { what, product: '文件', commitments: { commitments } }
}
