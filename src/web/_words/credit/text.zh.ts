import type { ReasonCode } from '#core/occurrence/credit.ts'

/** What a reason speaks of, by name. */
export interface ReasonNames {
  readonly field: string
  readonly register: string
  readonly commitment: string
  readonly by: string
  readonly on: string
}

/** Why a record counts, or does not, as one says it to a colleague. */
export const zh = {
  rule: () => '符合计数口径',
  person: ({ by }: ReasonNames) => `${by === '' ? '有人' : by}确认计入`,
  'days-counted-already': () => '计入；但这些日子已由其他记录计过，天数不重复算',
  draft: () => '还是草稿，提交后才计入',
  returned: () => '已被退回，更正后才计入',
  voided: () => '已作废，不再计入',
  'not-accepted': () => '这项任务要复核通过才计入，现在还没有复核',
  condition: ({ field, register }: ReasonNames) =>
    field === '' ? `不符合这项任务对“${register}”的要求` : `“${field}”不符合这项任务的要求`,
  'not-completed': () => '还没有办结，办结后才计入',
  completed: ({ on }: ReasonNames) => `已于 ${on} 办结，不再是存量`,
  'completed-outside': ({ on }: ReasonNames) => `${on} 办结，不在这一期内`,
  'begun-outside': ({ on }: ReasonNames) => `${on} 就已开始，不在这一期内`,
  'not-within': ({ commitment }: ReasonNames) => `只有计入“${commitment}”的才算“其中”，这一条没有计入`,
  'counted-elsewhere': ({ commitment }: ReasonNames) => `已计入“${commitment}”，不重复计`,
  'not-before-event': ({ register }: ReasonNames) => `要在“${register}”之前，这一条在其后或同日`,
  'not-a-member': () => '那一天还不是（或已不是）这项任务的考核对象',
  'no-value': () => '要计的数没有填',
  'not-latest': () => '后面有更新的一次，以最新为准',
  'same-as-before': () => '与已有记录内容相同，不重复计',
  'person-excludes': ({ by }: ReasonNames) => `${by === '' ? '有人' : by}确认不计入`,
} satisfies Record<ReasonCode, (names: ReasonNames) => string>

export type Text = typeof zh
