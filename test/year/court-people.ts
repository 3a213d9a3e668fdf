/** Who is who in the sample organisation, as the year of activity and its oracle speak of them. */
export const COURT = '澜川市中级人民法院'
export const PRESIDENT = '许明远'

/** 班子成员 with the days they are members: one leaves at the end of August, one joins in September. */
export const MEMBERS: readonly { readonly name: string; readonly from: string; readonly to: string | null }[] = [
  { name: PRESIDENT, from: '2023-02-01', to: null },
  { name: '唐致远', from: '2022-06-01', to: null },
  { name: '宋知微', from: '2021-09-01', to: null },
  { name: '贺兰舟', from: '2023-05-01', to: '2026-08-31' },
  { name: '柯景行', from: '2022-11-01', to: null },
  { name: '叶清如', from: '2024-03-01', to: null },
  { name: '温如初', from: '2026-09-10', to: null },
]
export const LEAVES = { name: '贺兰舟', on: '2026-08-31' }
export const JOINS = { name: '温如初', on: '2026-09-10' }

/** 基层法院主要负责人. */
export const CHIEFS = ['钟离越', '易水寒', '颜如山', '庄子衿']

/** The heads of the units each leader is in charge of (分管), with the days from – to. */
export const IN_CHARGE: readonly {
  readonly leader: string
  readonly unit: string
  readonly from: string
  readonly to: string | null
}[] = [
  ...units('许明远', ['机关党委', '信访处'], '2023-02-01'),
  ...units('唐致远', ['政治部', '研究室', '宣传教育处', '技术处'], '2022-06-01'),
  ...units('宋知微', ['立案庭', '审判管理办公室', '民事审判第一庭'], '2021-09-01'),
  ...units('贺兰舟', ['国家赔偿办公室', '刑事审判第一庭', '行政审判庭'], '2023-05-01'),
  { leader: '贺兰舟', unit: '办公室', from: '2023-05-01', to: '2026-08-31' },
  { leader: '温如初', unit: '办公室', from: '2026-09-10', to: null },
  ...units('柯景行', ['执行局', '财务处', '法警支队', '民事审判第二庭'], '2022-11-01'),
  ...units('叶清如', ['督察室', '机关纪委'], '2024-03-01'),
]

function units(leader: string, names: readonly string[], from: string) {
  return names.map((unit) => ({ leader, unit, from, to: null }))
}

/** The heads of units: who holds the post of head, with the days. 机关党委 and 执行局 are led by somebody whose title is no head's (副书记, 副局长). */
export const HEADS: readonly { readonly unit: string; readonly name: string; readonly from: string; readonly to: string | null }[] = [
  { unit: '信访处', name: '何以宁', from: '2023-01-01', to: null },
  { unit: '政治部', name: '程砚秋', from: '2023-01-01', to: null },
  { unit: '研究室', name: '欧阳静', from: '2021-01-01', to: '2026-03-31' },
  { unit: '研究室', name: '方若谷', from: '2026-04-01', to: null },
  { unit: '宣传教育处', name: '白予安', from: '2023-01-01', to: null },
  { unit: '技术处', name: '丁一鸣', from: '2023-01-01', to: null },
  { unit: '立案庭', name: '林疏影', from: '2023-01-01', to: null },
  { unit: '审判管理办公室', name: '温如初', from: '2023-01-01', to: null },
  { unit: '民事审判第一庭', name: '苏见微', from: '2023-01-01', to: null },
  { unit: '国家赔偿办公室', name: '谢临渊', from: '2023-01-01', to: null },
  { unit: '刑事审判第一庭', name: '沈惟清', from: '2023-01-01', to: null },
  { unit: '行政审判庭', name: '孟知秋', from: '2023-01-01', to: null },
  { unit: '办公室', name: '陆怀瑾', from: '2023-01-01', to: null },
  { unit: '财务处', name: '卢思齐', from: '2023-01-01', to: null },
  { unit: '法警支队', name: '雷正平', from: '2023-01-01', to: null },
  { unit: '民事审判第二庭', name: '江行舟', from: '2023-01-01', to: null },
  { unit: '督察室', name: '石敬川', from: '2023-01-01', to: null },
  { unit: '机关纪委', name: '顾长风', from: '2023-01-01', to: null },
]

/** Everybody of the court itself, not of its subordinate courts, by the day they came and went: 全院干警. */
export const STAFF: readonly { readonly name: string; readonly from: string; readonly to: string | null }[] = [
  ...MEMBERS.filter(({ name }) => name !== '温如初').map(({ name, from }) => ({ name, from, to: null })),
  ...HEADS.map(({ name, from, to }) => ({ name, from, to })),
  ...['高见山', '秦望舒'].map((name) => ({ name, from: '2023-01-01', to: null })),
  ...['乔木', '齐文远', '韩知行', '田雨禾', '罗晓棠', '冯思远', '夏清和', '吴秉文', '蒋一诺', '马千里', '段承志', '孙亦凡'].map((name) => ({
    name,
    from: '2024-07-01',
    to: null,
  })),
]

/** Whether something that holds from a day to a day (null: on and on) holds on a day. */
export function isOn({ from, to }: { readonly from: string; readonly to: string | null }, day: string): boolean {
  return from <= day && (to === null || day <= to)
}
