import type { QuestionCode } from '#core/draft/question.ts'

/** What each question of a plan is about, in a few words. */
export const titlesZh = {
  'in-force': '方案执行期',
  'year-meaning': '“每年”的含义',
  'first-period': '首期如何计算',
  'immediate-limit': '立行立改期限',
  'each-or-whole': '逐人还是整体',
  'pairs-or-total': '逐对还是总量',
  'one-or-both': '合并还是分别',
  population: '统计范围',
  'base-period': '比较基数',
  tolerance: '允许偏差',
  definition: '目标待定义',
  'due-on': '完成时限',
  'year-of-date': '日期的年份',
  'tracked-change': '修订是否采纳',
} satisfies Record<QuestionCode, string>
