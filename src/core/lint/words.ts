import type { LintFinding } from '#core/lint/finding.ts'

/** 体检意见 in words: what is unclear, and what to write instead. */
export interface LintWords {
  readonly what: string
  readonly advice: string
}

type Params = Readonly<Record<string, string>>
type Wording = Readonly<Record<LintFinding['code'], (params: Params) => LintWords>>

const zh: Wording = {
  'no-owner': () => ({ what: '没有写明由谁负责', advice: '写明牵头单位和责任人，例如“（审管办牵头）”。' }),
  'no-deadline': () => ({ what: '没有写明何时完成', advice: '写明完成时限；长期坚持的，写明“长期坚持”和每期频次。' }),
  'no-unit': ({ value = '' }) => ({ what: `“${value}”没有单位`, advice: '写明是次、件、天、人，还是别的单位。' }),
  'no-denominator': () => ({ what: '比率没有写明分母', advice: '写明占什么的比例，例如“信访积案化解率”“占当年结案数”。' }),
  vague: ({ words = '' }) => ({ what: `无法考核：“${words}”`, advice: '写明具体成果、数量或名次，以及完成时间。' }),
  'past-deadline': ({ day = '', from = '' }) => ({ what: `时限 ${day} 早于方案开始的 ${from}`, advice: '核对日期。' }),
  order: ({ day = '', whole = '' }) => ({ what: `分项时限 ${day} 晚于总项时限 ${whole}`, advice: '核对两处日期。' }),
  duplicate: ({ ref = '' }) => ({ what: `与 ${ref} 重复`, advice: '合并为一处，或写明区别。' }),
  'too-many-days': ({ days = '', most = '', who = '' }) => ({
    what: `${who === 'per-member' ? '每名成员' : who}每年要用 ${days} 天，超过一年约 ${most} 个工作日`,
    advice: '减少天数，或写明可以同时计入。',
  }),
  clash: ({ ref = '', value = '', other = '' }) => ({ what: `同一件事这里是 ${value}，${ref} 是 ${other}`, advice: '统一要求。' }),
}

const en: Wording = {
  'no-owner': () => ({ what: 'Nobody is named who answers for it', advice: 'Name the unit that leads and the person responsible.' }),
  'no-deadline': () => ({ what: 'Nothing says until when', advice: 'Give a day; where it goes on for ever, say so and how often.' }),
  'no-unit': ({ value = '' }) => ({ what: `“${value}” of what?`, advice: 'Say times, cases, days, people or what else.' }),
  'no-denominator': () => ({ what: 'A share of what?', advice: 'Name what it is divided by.' }),
  vague: ({ words = '' }) => ({ what: `Nothing to be measured: “${words}”`, advice: 'Name the result, number or rank, and the day.' }),
  'past-deadline': ({ day = '', from = '' }) => ({ what: `Due ${day}, before the plan begins on ${from}`, advice: 'Check the day.' }),
  order: ({ day = '', whole = '' }) => ({ what: `This part is due ${day}, the whole ${whole}`, advice: 'Check both days.' }),
  duplicate: ({ ref = '' }) => ({ what: `The same as ${ref}`, advice: 'Merge them, or say how they differ.' }),
  'too-many-days': ({ days = '', most = '', who = '' }) => ({
    what: `${days} days a year for ${who === 'per-member' ? 'each member' : who}; a year has about ${most} work days`,
    advice: 'Ask for fewer days, or say what counts for both.',
  }),
  clash: ({ ref = '', value = '', other = '' }) => ({
    what: `${value} here, ${other} in ${ref}, for the same act`,
    advice: 'Make them agree.',
  }),
}

/** Words a finding in a language. */
export function lintWords({ code, params }: Pick<LintFinding, 'code' | 'params'>, language: 'zh' | 'en'): LintWords {
  return (language === 'zh' ? zh : en)[code](params)
}
