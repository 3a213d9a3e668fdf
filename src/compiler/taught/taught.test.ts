import fc from 'fast-check'
import { expect, test } from 'vitest'
import { draftOutline } from '#compiler/draft/draft-outline.ts'
import type { Draft, DraftCommitment } from '#core/draft/draft.ts'
import { Day } from '#core/day/day.ts'
import type { PhraseRule, Teaching } from '#core/phrase-rule/phrase-rule.ts'
import { ruleOf } from './rules.fixture.ts'
import { teach } from './taught.ts'

/** What is made of a sentence that stands alone as the text of one measure. */
function draftOf(sentence: string, rules: readonly PhraseRule[]): Draft {
  const head = '（2026年1月20日通过）\n'
  const span = { start: head.length, end: head.length + sentence.length }
  const clause = { id: 'c1', kind: 'measure', marker: '', title: '', span, parent: null } as const
  const outline = {
    title: '',
    clauses: [clause],
    passages: [{ span, clause: 'c1', role: 'action', column: null }],
    responsibilities: new Map(),
    answered: [],
    asides: [],
  } as const
  return draftOutline({ text: head + sentence, blocks: [], revisions: [] }, outline, teach(rules))
}

/** What was read, one line a commitment: its target, for whom, who answers, and the phrases of the rules that said so. */
function read(sentence: string, rules: readonly PhraseRule[]): string[] {
  return draftOf(sentence, rules).commitments.map(lineOf)
}

function lineOf({ reading }: DraftCommitment): string {
  const { kind, period, comparator, value, upper, unit, scope, leaders, leadOrgs } = reading
  const values = [period, comparator, value, upper, unit, scope, ...leaders, ...leadOrgs]
  const phrases = values.flatMap((each) => (each?.certainty === 'stated' && each.rule !== undefined ? [each.rule.phrase] : []))
  const target = [kind, period.value.unit, comparator?.value, value?.value, upper?.value, unit?.value].filter((word) => word !== undefined)
  const names = [...leaders, ...leadOrgs].map((name) => name.value)
  return [target.join(' '), scope.value, ...names, ...phrases.map((phrase) => `“${phrase}”`)].join(' | ')
}

test.for<[sentence: string, phrase: string, teaches: Teaching, lines: readonly string[]]>([
  ['每月开展督导不少于3轮次。', '轮次', { kind: 'unit', unit: '次' }, ['count month >= 3 次 | org | “轮次”']],
  ['每年巡回审判5至8盘。', '{数}盘', { kind: 'unit', unit: '场' }, ['count year range 5 8 场 | org | “{数}盘”']],
  [
    '对重点案件落实一季一督。',
    '一季一督',
    { kind: 'rhythm', period: { unit: 'quarter', every: 1 } },
    ['count quarter = 1 次 | org | “一季一督”'],
  ],
  ['每月力保接访4次。', '力保', { kind: 'comparator', comparator: '>=' }, ['count month >= 4 次 | org | “力保”']],
  ['每季度培训2次打底。', '打底', { kind: 'comparator', comparator: '>=' }, ['count quarter >= 2 次 | org | “打底”']],
  ['每年压降信访件30件封顶。', '{数}件封顶', { kind: 'comparator', comparator: '<=' }, ['count year <= 30 件 | org | “{数}件封顶”']],
  [
    '包联干部每月走访2次。',
    '包联干部',
    { kind: 'scope', scope: 'per-member', group: null },
    ['count month = 2 次 | per-member | “包联干部”'],
  ],
  ['审管办每月通报1次。', '审管办', { kind: 'org', name: '审判管理办公室' }, ['count month = 1 次 | org | 审判管理办公室 | “审管办”']],
  ['一号同志每季度讲党课1次。', '一号同志', { kind: 'leader', name: '院长' }, ['count quarter = 1 次 | org | 院长 | “一号同志”']],
  ['以更高站位凝聚共识。', '更高站位凝聚共识', { kind: 'wording' }, []],
])('%s, where “%s” is taught', ([sentence, phrase, teaches, lines]) => {
  expect(read(sentence, [ruleOf(phrase, teaches)])).toEqual(lines)
  expect(read(sentence, [])).not.toEqual(lines)
  expect(read(sentence, [{ ...ruleOf(phrase, teaches), isOn: false }])).toEqual(read(sentence, []))
})

test('beside wording the rest of a sentence still promises', () => {
  const rules = [ruleOf('更高站位凝聚共识', { kind: 'wording' })]
  expect(read('以更高站位凝聚共识，建立问题台账。', rules)).toEqual(['achieved once | org'])
})

test('wording that was taught is told, with its rule', () => {
  const rule = ruleOf('更高站位凝聚共识', { kind: 'wording' })
  const { diagnostics } = draftOf('以更高站位凝聚共识。', [rule])
  expect(diagnostics).toContainEqual(
    expect.objectContaining({ code: 'taught-wording', params: { rule: rule.id, phrase: rule.phrase, words: '以更高站位凝聚共识' } }),
  )
})

test('a phrase is never a pattern', () => {
  const rules = ['.*', '(a+)+$', '[一-龥]+', '每\\d次'].map((phrase) => ruleOf(phrase, { kind: 'wording' }))
  expect(read('每月走访2次。', rules)).toEqual(read('每月走访2次。', []))
})

test('of two rules the longer phrase holds, then the later made', () => {
  const [month, quarter, older] = [
    ruleOf('一督', { kind: 'rhythm', period: { unit: 'month', every: 1 } }),
    ruleOf('一季一督', { kind: 'rhythm', period: { unit: 'quarter', every: 1 } }),
    { ...ruleOf('一季一督', { kind: 'rhythm', period: { unit: 'year', every: 1 } }), madeOn: Day.parse('2020-01-01') },
  ]
  expect(read('落实一季一督。', [older, month, quarter])).toEqual(['count quarter = 1 次 | org | “一季一督”'])
})

const taught: readonly PhraseRule[] = [
  ruleOf('轮次', { kind: 'unit', unit: '次' }),
  ruleOf('轮', { kind: 'unit', unit: '场' }),
  ruleOf('一季一督', { kind: 'rhythm', period: { unit: 'quarter', every: 1 } }),
  ruleOf('力保', { kind: 'comparator', comparator: '>=' }),
  ruleOf('力保', { kind: 'comparator', comparator: '=' }, 2),
  ruleOf('包联干部', { kind: 'scope', scope: 'per-member', group: null }),
  ruleOf('干部', { kind: 'scope', scope: 'org', group: null }),
  ruleOf('审管办', { kind: 'org', name: '审判管理办公室' }),
  ruleOf('凝聚共识', { kind: 'wording' }),
]

test('the order of rules makes no difference', () => {
  const sentence = '审管办组织包联干部一季一督，力保走访3轮次、通报2轮；凝聚共识。'
  const whole = draftOf(sentence, taught)
  fc.assert(
    fc.property(fc.shuffledSubarray([...taught], { minLength: taught.length }), (rules) => {
      expect(draftOf(sentence, rules)).toEqual(whole)
    }),
  )
})

test('no text and no phrase brings the reading down', () => {
  const words = fc.string({ unit: fc.constantFrom(...Array.from('每月一季督3次，。{}数()*+轮办')), minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(words, words, fc.constantFrom(...taught), (text, phrase, rule) => {
      const { commitments } = draftOf(text, [{ ...rule, phrase }])
      for (const { span, sentence } of commitments) expect(span.start >= sentence.start && span.end <= sentence.end).toBe(true)
    }),
  )
})
