import { LIGHT_WORDS } from '#core/ledger/standing-words.ts'
import { gravest } from '#core/light/gravest.ts'
import type { Light, Thresholds } from '#core/light/light.ts'

/** What a light means, in Chinese, with the thresholds that hold: one line a light, from the gravest. */
export function legendWords(thresholds: Thresholds): readonly string[] {
  return ['灯色说明（依次判断，先符合者为准）', ...gravest.map((light) => `${LIGHT_WORDS[light]}：${RULES[light](thresholds)}`)]
}

const RULES: Readonly<Record<Light, (thresholds: Thresholds) => string>> = {
  overdue: () => '期限已过仍未完成，或已超出上限。',
  undetermined: () => '须先由人明确（如期中任免如何计算、基数、工作日），才能判断。',
  'due-soon': ({ dueSoonDays, dueSoonDaysOfYear }) => `距最晚日不超过 ${dueSoonDays} 天；按年计算的不超过 ${dueSoonDaysOfYear} 天。`,
  behind: ({ slackUnits, slackPercent }) =>
    `已完成数落后序时进度，且差距超过 ${slackUnits} 个单位和应完成数的 ${slackPercent}% 中的较大者。`,
  'not-started': () => '尚无计入的记录，也未落后序时进度。',
  'on-track': () => '已有计入的记录，且不落后序时进度；有上限的未超出。',
  done: () => '本期应完成的已经完成。',
  waived: () => '经人确认免除，或按口径本期无须完成。',
}
