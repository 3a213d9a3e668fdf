import type { Light } from '#core/light/light.ts'

/** Lights in words: the word always stands beside shape and colour. */
export const zh = {
  done: '已完成',
  waived: '免除',
  undetermined: '待明确',
  overdue: '逾期',
  'due-soon': '临期',
  behind: '滞后',
  'not-started': '未启动',
  'on-track': '正常',
} satisfies Record<Light, string>

export type Text = Readonly<Record<Light, string>>
