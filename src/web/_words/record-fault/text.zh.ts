import type { RecordFault } from '#core/register/check-record.ts'

/** What a fault is about: the limits of its field. */
export interface Limits {
  readonly min: string
  readonly max: string
  readonly unit: string
}

/** Words for what does not fit a register, each with what to do. */
export const zh = {
  missing: () => '请填写这一项。',
  'wrong-type': () => '填写的形式不对，请重新填写。',
  'too-long': ({ max }: Limits) => `最多 ${max} 个字，请精简。`,
  'personal-number': () => '不登记身份证号和手机号，请删去号码；需要核对身份的，另行保存在原始材料里。',
  'not-a-number': ({ unit }: Limits) => (unit === '' ? '请填写整数，如 12。' : `请填写数字，如 12 或 0.5（单位：${unit}）。`),
  'too-small': ({ min, unit }: Limits) => `不能小于 ${min}${unit}，请核对。`,
  'too-large': ({ max, unit }: Limits) => `不能超过 ${max}${unit}，请核对。`,
  'not-a-day': () => '没有这一天，请检查日期。',
  'days-reversed': () => '结束时间早于开始时间，请检查日期。',
  'span-too-long': () => '一条记录最长 366 天，请检查年份，或分几条登记。',
  'not-an-option': () => '没有这个选项，请重新选择。',
  'only-one': () => '这里只能填一个。',
  'unknown-party': () => '名册里没有这个人或单位，请从列表中选择；新来的人请先加入组织机构。',
  'wrong-party': () => '这里填的类别不对：填人员的地方不能填单位，填单位的地方不能填人员。',
  'unknown-commitment': () => '台账中没有这项任务，或不在您的查看范围内，请重新选择。',
  'named-twice': () => '同一个填了两次，请去掉一个。',
  'no-such-field': () => '登记簿已没有这个栏目，请重新载入页面。',
  'another-register': () => '这条记录属于另一个登记簿。',
  'in-the-future': () => '日期还没到，不能提交；可以先存为草稿。',
  'too-early': () => '日期早于 1990 年，请检查年份。',
  retired: () => '这个登记簿或栏目已停用，不能再登记。',
} satisfies Record<RecordFault['code'], (limits: Limits) => string>

export type Text = typeof zh
