import type { Field } from '#core/register/field.ts'
import type { Register } from '#core/register/register.ts'

type Filing = NonNullable<Register['filing']>

const UNITS: Readonly<Record<Filing['unit'], string>> = { week: '周', month: '月', quarter: '季度', 'half-year': '半年', year: '年' }
const MANY: Readonly<Record<Filing['unit'], string>> = { week: '周', month: '个月', quarter: '个季度', 'half-year': '个半年', year: '年' }

/** Words of the page of registers. */
export const zh = {
  title: '登记簿',
  intro: '一件事只登记一次：谁来填、填什么、谁能看、何时报、计入哪些整改任务，都在这里。',
  pack: '业务包',
  groups: '分组',
  search: '按名称或栏目查找',
  found: (count: number) => `${count} 种登记簿`,
  nothing: '没有符合的登记簿。',
  loading: '正在读取…',
  fields: '填写栏目',
  fieldCount: (count: number) => `${count} 栏`,
  besides: '发生日期、所属单位、经办人由系统带出，佐证随时可附。',
  required: '必填',
  filledBy: '谁来填',
  readBy: '谁能看',
  filing: '填报要求',
  whenItHappens: '发生时填写',
  every: (every: number, unit: Filing['unit']) => (every === 1 ? `每${UNITS[unit]}填报` : `每 ${every} ${MANY[unit]}填报`),
  zero: '没有发生也要报（零报告）',
  zeroShort: '零报告',
  acceptance: '复核',
  accepted: { none: '提交即计入，显示“未复核”', unitHead: '部门负责人复核后计入', office: '整改办复核后计入' } satisfies Record<
    Register['acceptance'],
    string
  >,
  sensitivity: { open: '', internal: '内部', personal: '涉及个人' } satisfies Record<Register['sensitivity'], string>,
  counts: '怎样计入',
  countsIntro: '方案中出现这些词时，系统建议按此计入，由人确认。',
  countsNothing: '未设置',
  each: '每条记录计 1',
  sumOf: (field: string) => `按“${field}”计数`,
  latestOf: (field: string) => `取最近一次填报的“${field}”`,
  outOf: (field: string) => `占“${field}”的比例`,
  share: '占本登记簿全部记录的比例',
  doneOn: (field: string) => `“${field}”填写后算办结`,
  where: (condition: string) => `仅计：${condition}`,
  types: {
    text: '文字',
    number: '整数',
    decimal: '数字',
    day: '日期',
    days: '起止日期',
    choice: '选择',
    people: '人员或职务',
    orgs: '单位',
    'yes-no': '是 / 否',
    record: '关联记录',
  } satisfies Record<Field['type'], string>,
  many: '可多选',
  unit: (unit: string) => `单位：${unit}`,
  oneOf: (field: string, values: readonly string[]) => `${field}为${values.map((value) => `“${value}”`).join('或')}`,
  isYes: (field: string) => `${field}为“是”`,
  isNo: (field: string) => `${field}为“否”`,
  isFilled: (field: string) => `已填写${field}`,
  compares: (field: string, comparator: string, value: string) => `${field} ${comparator} ${value}`,
  between: (field: string, from: string, to: string) => `${field}在 ${from} 至 ${to} 之间`,
  covers: (field: string) => `${field}覆盖全部应到人员`,
  and: '，且',
  or: '，或',
  not: (condition: string) => `不含${condition}`,
  open: '…',
}

export type Text = typeof zh
