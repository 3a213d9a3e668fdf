import type { LightReason } from '#core/light/light-reason.ts'
import type { Doubt } from '#core/occurrence/occurrence.ts'

type Figures = Readonly<Record<string, string>>
type Sentence = (figures: Figures, unit: string) => string

const of = (figures: Figures, name: string, unit = ''): string => `${figures[name] ?? '0'}${unit === '' ? '' : ` ${unit}`}`

const doubts: Readonly<Record<Doubt['code'], (figures: Figures) => string>> = {
  'mid-period': () => '有人在期中加入或离开，这一期应完成多少还没有定。请在计数口径中选定。',
  'unknown-year': ({ year = '' }) => `${year} 年的工作日还没有录入，期限算不出来。请先录入该年的工作日历。`,
  'nothing-to-divide-by': () => '分母还是零：没有可以相比的总数。请先登记总数，或由人说明。',
  'no-base': () => '比较的基数还没有登记，变化多少算不出来。请先登记基数。',
}

/** Why a light is as it is, in sentences with the figures. */
export const zh = {
  ask: {
    overdue: '为什么是“逾期”？',
    undetermined: '为什么是“待明确”？',
    'due-soon': '为什么是“临期”？',
    behind: '为什么是“滞后”？',
    'not-started': '为什么是“未启动”？',
    'on-track': '为什么是“正常”？',
    done: '为什么是“已完成”？',
    waived: '为什么是“免除”？',
  },
  because: {
    done: (f, unit) =>
      `应完成 ${of(f, 'required', unit)}，已完成 ${of(f, 'actual', unit)}${f['on'] === undefined ? '' : `，${f['on']} 达到`}${f['late'] === 'yes' ? '（超过期限后才完成）' : ''}。`,
    kept: (f, unit) => `上限 ${of(f, 'required', unit)}，至今 ${of(f, 'actual', unit)}，没有超出。`,
    waived: () => '本期经人确认免除，或按口径无须完成。',
    doubt: (f) => {
      const code = f['doubt'] ?? ''
      return isDoubt(code) ? doubts[code](f) : '还有问题没有答复。'
    },
    overdue: (f, unit) =>
      `期限 ${of(f, 'to')} 已过，应完成 ${of(f, 'required', unit)}，只完成 ${of(f, 'actual', unit)}，尚欠 ${of(f, 'owed', unit)}。`,
    broken: (f, unit) => `上限 ${of(f, 'required', unit)}，已达 ${of(f, 'actual', unit)}，已经超出。`,
    'due-soon': (f, unit) =>
      `${f['days'] === '0' ? `今天就是最晚日` : `距最晚日 ${of(f, 'safe')} 只有 ${of(f, 'days')} 天`}，尚欠 ${of(f, 'owed', unit)}。`,
    'too-late': (f, unit) =>
      `最晚日 ${of(f, 'safe')} 已过：本期连今天只剩 ${of(f, 'left')} 天，尚欠 ${of(f, 'owed', unit)}，天天安排也难以完成，须尽快研究。`,
    behind: (f, unit) =>
      `序时进度 ${of(f, 'pace', unit)}，已完成 ${of(f, 'actual', unit)}，落后 ${of(f, 'gap', unit)}；尚欠 ${of(f, 'owed', unit)}，${
        unit === '天' ? `最晚从 ${of(f, 'safe')} 之后起须天天安排` : `最晚 ${of(f, 'safe')} 前补齐`
      }。`,
    ahead: (f, unit) => `序时进度 ${of(f, 'pace', unit)}，已完成 ${of(f, 'actual', unit)}，没有落后；最晚日 ${of(f, 'safe')}。`,
    open: (f, unit) => `应达到 ${of(f, 'required', unit)}，目前 ${of(f, 'actual', unit)}，期限未到。`,
    'not-started': (f, unit) =>
      `还没有计入的记录${f['pace'] === undefined ? '' : `；序时进度 ${of(f, 'pace', unit)}，尚在允许的偏差之内`}${f['safe'] === undefined ? '' : `，最晚日 ${of(f, 'safe')}`}。`,
    upcoming: (f) => `这一期从 ${of(f, 'from')} 开始。`,
  } satisfies Record<LightReason['code'], Sentence>,
}

function isDoubt(code: string): code is Doubt['code'] {
  return Object.hasOwn(doubts, code)
}

export type Text = typeof zh
