import type { QuestionCode } from '#core/draft/question.ts'
import { titlesZh } from './titles.zh.ts'

/** The questions a plan leaves open, their answers, and what an answer does. */
export const zh = {
  title: titlesZh,
  ask: {
    'in-force': '方案从哪天起、到哪天止执行？',
    'year-meaning': '文中的“每年”按自然年，还是按方案年度（从执行之日起满一年）计算？',
    'first-period': '执行开始时所在的一期不足整期，应完成多少？',
    'immediate-limit': '“立行立改”的事项应在方案印发后多少天内完成？',
    'each-or-whole': '这项要求是每名成员各自完成，还是整体合计完成？',
    'pairs-or-total': '这项要求是与每一名对象都要达到，还是合计达到？',
    'one-or-both': '这些内容可以在一次活动中一并完成，还是要分别完成？',
    population: '这个比例（覆盖面）以什么为总数计算？',
    'base-period': '这项变化与哪一期或哪个数值相比？',
    tolerance: '“左右”允许上下偏差多少？',
    definition: '这项目标没有可计算的标准：具体做什么、做到多少、何时完成？',
    'due-on': '这项任务没有写完成时限，应在哪天前完成？',
    'year-of-date': '这个日期没有写年份，是哪一年？',
    'tracked-change': '修订改动了这项任务，以哪一种文字为准？',
  } satisfies Record<QuestionCode, string>,
  choice: {
    'year-meaning': { calendar: '自然年（1 月 1 日起）', plan: '方案年度（执行之日起）' },
    'first-period': { full: '按整期完成', 'pro-rata': '按天数折算', none: '首期不计' },
    'each-or-whole': { 'per-member': '每名成员各自完成', org: '整体合计完成' },
    'pairs-or-total': { pairs: '与每一名对象都达到', leader: '合计达到' },
    'one-or-both': { one: '一次活动可一并完成', both: '分别完成' },
    'tracked-change': { accepted: '采纳修订后的文字', original: '保留修订前的文字' },
  } as Readonly<Record<string, Readonly<Record<string, string>>>>,
  interval: (from: string, to: string) => (to === '' ? `自 ${from} 起，不定截止` : `${from} 至 ${to}`),
  days: (days: string) => `印发后 ${days} 天内`,
  day: (day: string) => `${day} 前`,
  tolerance: (value: string) => `上下 ${value}`,
  change: (kind: string, author: string, words: string) =>
    `${author === '' ? '' : `${author} `}${kind === 'inserted' ? '增加' : '删除'}了“${words}”`,
  bar: {
    heading: '待答疑问',
    position: (at: number, all: number) => `${at} / ${all}`,
    previous: '上一个',
    next: '下一个',
    answered: (count: number) => `已答 ${count}`,
    allDone: '疑问已全部答复。',
    review: '查看已答',
    backToOpen: '返回待答',
    whole: '全文',
    concerns: '涉及',
    other: '其他答复',
    submit: '答复',
    cancel: '取消',
    alsoTo: (count: number) => `同样答复其余 ${count} 个同类疑问`,
    given: '答复',
    change: '重新答复',
    collapse: '收起疑问',
    expand: '展开疑问',
    define: '定义目标…',
  },
  form: { from: '起', to: '止（可不填）', days: '天数', words: '请写明', value: '偏差', unit: '单位', day: '日期' },
}

export type Text = typeof zh
