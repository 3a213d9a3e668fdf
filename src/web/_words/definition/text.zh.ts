import type { Definition, OpenCode } from '#core/terms/definition.ts'
import type { SuggestedPart } from '#core/terms/suggestion.ts'
import { titlesZh } from '#web/_words/question/titles.zh.ts'

type Counting = NonNullable<Definition['counting']>
type Children = 'institution' | 'department' | 'branch' | 'any'

/** How something is counted, in words. */
export const zh = {
  join: ' · ',
  list: '、',
  quoted: (words: string) => `“${words}”`,
  records: (register: string, where: string | null) => (where === null ? `《${register}》的记录` : `《${register}》中${where}的记录`),
  linked: (records: string) => `${records.replace(/的记录$/, '')}中为本任务登记的记录`,
  any: ' 或 ',
  all: ' 且 ',
  nothing: '（未定）',
  scope: {
    org: (org: string, isAll: boolean) => (isAll ? `${org}（含下级）` : org),
    post: (post: string) => post,
    each: (whom: string) => `${whom}，逐一`,
    pairs: (a: string, b: string) => `${a} 与 ${b}，逐对`,
    record: (records: string) => `${records}，逐件`,
  },
  population: {
    children: { institution: '所属各下级单位', department: '各部门', branch: '各派出机构', any: '所属各单位' } satisfies Record<
      Children,
      string
    >,
    headsOf: { inChargeOf: '各自分管部门的负责人', contactUnit: '各自联系点的负责人' },
    and: '、',
  },
  condition: {
    oneOf: (field: string, values: readonly string[]) => `${field}=${values.join('或')}`,
    yes: (field: string) => `${field}=是`,
    no: (field: string) => `${field}=否`,
    number: (field: string, comparator: string, value: string) => `${field} ${comparator} ${value}`,
    day: (field: string, from: string, to: string) => `${field}在 ${from} 至 ${to}`,
    filled: (field: string) => `已填${field}`,
    covers: (field: string, whom: string) => `${field}覆盖${whom}`,
    not: (condition: string) => `非（${condition}）`,
    and: '、',
    or: '或',
    open: '不限',
  },
  measure: {
    count: '条数',
    achieved: '完成与否',
    days: '天数（同一半天只计一次）',
    sum: (field: string) => `${field}合计`,
    distinct: (field: string) => `不同的${field}数`,
    latest: (field: string) => `最近一次${field}`,
    ratio: (numerator: string, denominator: string) => `${numerator} ÷ ${denominator}`,
    coverage: (field: string | null, whom: string) => (field === null ? `${whom}的覆盖面` : `${field}中${whom}的覆盖面`),
    change: { decrease: (of: string, base: string) => `${of}较${base}下降`, increase: (of: string, base: string) => `${of}较${base}增长` },
    base: { previous: '上一期', year: (year: number) => `${year} 年`, value: (value: string) => value },
  },
  note: {
    accepted: '复核后计入',
    done: (field: string) => `${field}填写后计入（确定并办结）`,
    open: (field: string) => `未填${field}的才计（清零）`,
    ever: '含以往各期的存量',
    within: (ref: string) => `计入 ${ref} 的范围内`,
    notWith: (refs: readonly string[]) => `已计入 ${refs.join('、')} 的不再计`,
    before: (event: string) => `须在${event}之前`,
    event: (event: string) => `自${event}起算`,
    exact: '恰好等于',
    all: '各项分别达到，取最少的一项',
  },
  midPeriod: { full: '期中任免的按整期计', 'pro-rata': '期中任免的按天数折算', none: '期中任免的本期不计' },
  midPeriodAsked: '期中任免时再问',
  part: {
    scope: '对象',
    measure: '计量',
    counting: '记录',
    within: '其中',
    completion: '办结',
    since: '存量',
    needs: '复核',
    before: '先后',
    midPeriod: '期中任免',
    event: '起算',
  } satisfies Record<SuggestedPart['part'], string>,
  from: {
    words: (words: string) => (words === '' ? '由原文得出' : `原文“${words}”`),
    register: (words: string) => `登记簿的计入词“${words}”`,
    roster: (words: string) => `组织机构中的“${words}”`,
    answer: (words: string) => `已答复“${words}”`,
    entered: (words: string) => `登记时写明对应本任务的记录，如“${words}”`,
    assumed: (_words: string) => '原文未另说，按惯常推定',
    missing: (words: string) => (words === '' ? '没有登记簿写明记录这类工作，请选定' : `未找到“${words}”所指，请选定`),
  } satisfies Record<SuggestedPart['from'], (words: string) => string>,
  open: {
    subject: '对象是谁',
    measure: '用哪个栏目计量',
    counting: '计哪些记录',
    event: '从哪件事起算',
    ...titlesZh,
  } satisfies Record<OpenCode, string>,
  needs: { submitted: '提交后计入', accepted: '复核后计入' } satisfies Record<Counting['needs'], string>,
}

export type Text = typeof zh
