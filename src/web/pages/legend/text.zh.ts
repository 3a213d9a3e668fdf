import type { Light } from '#core/light/light.ts'

/** Words of the page that explains the lights. */
export const zh = {
  title: '灯色说明',
  intro: '灯色由系统按记录逐日推算，任何人不能手工改灯。每盏灯都以文字、形状和颜色同时表示，黑白打印也能分辨。',
  order: '自上而下依次判断，先符合者为准。一项任务分多人、多单位时，显示其中最需要处理的灯。',
  light: '灯色',
  meaning: '何时显示',
  todo: '怎么办',
  print: '打印',
  loading: '正在读取…',
  back: '返回台账',
  rule: {
    overdue: () => '期限已过仍未完成，或已超出规定的上限。',
    undetermined: () => '须先由人明确后才能判断，例如期中任免如何计算、以什么为基数、当年工作日历。',
    'due-soon': ({ dueSoonDays, dueSoonDaysOfYear }: Rules) =>
      `距最晚日不超过 ${dueSoonDays} 天；按年计算的任务不超过 ${dueSoonDaysOfYear} 天。最晚日是还来得及完成的最后一天。`,
    behind: ({ slackUnits, slackPercent }: Rules) =>
      `已完成数落后序时进度，差距超过 ${slackUnits} 个单位与应完成数的 ${slackPercent}% 中的较大者。序时进度 = 应完成数 × 已过天数 ÷ 本期天数。`,
    'not-started': () => '本期尚无计入的记录，也未落后序时进度。',
    'on-track': () => '本期已有计入的记录，且不落后序时进度；有上限的任务未超出上限。',
    done: () => '本期应完成的已经完成。',
    waived: () => '经人确认免除，或按口径本期无须完成。',
  } satisfies Record<Light, (rules: Rules) => string>,
  act: {
    overdue: '尽快补做并登记；已做未登记的补录。',
    undetermined: '由办公室在任务页明确口径。',
    'due-soon': '抓紧安排，在最晚日前完成。',
    behind: '加快进度，或核对是否有未登记的工作。',
    'not-started': '按计划安排。',
    'on-track': '按计划推进。',
    done: '本期无须再做。',
    waived: '无须办理。',
  } satisfies Record<Light, string>,
  undefined: '“待定口径”不是灯：该任务还没有人确定如何计数，系统不作判断。',
  arrears: '“往期未完成”是以前各期没有完成的期数，单独列出，不改变本期的灯。',
  settings: '阈值',
  settingsWords: '由办公室按本单位的要求确定。保存后全部灯色立即按新阈值推算，并记入操作留痕。',
  field: {
    dueSoonDays: '临期：距最晚日不超过（天）',
    dueSoonDaysOfYear: '临期：按年计算的任务（天）',
    slackUnits: '滞后：允许落后（单位数）',
    slackPercent: '滞后：允许落后（应完成数的 %）',
  },
  save: '保存阈值',
  saving: '正在保存…',
  saved: '已保存，灯色已按新阈值推算',
  invalid: '请填 0 至 366 的整天数，以及不小于 0 的数。',
}

/** The thresholds a rule names. */
export interface Rules {
  readonly dueSoonDays: number
  readonly dueSoonDaysOfYear: number
  readonly slackUnits: string
  readonly slackPercent: string
}

export type Text = typeof zh
