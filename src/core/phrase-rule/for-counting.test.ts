import { expect, test } from 'vitest'
import { Day } from '#core/day/day.ts'
import { withGroupNames, withTaughtHints } from '#core/phrase-rule/for-counting.ts'
import type { PhraseRule, Teaching } from '#core/phrase-rule/phrase-rule.ts'
import { RegisterId } from '#core/register/field.ts'
import { Register } from '#core/register/register.ts'

const ruleOf = (phrase: string, teaches: Teaching): PhraseRule => ({
  id: '0190c2d4-0000-7000-8000-000000000001',
  phrase,
  teaches,
  example: '',
  isOn: true,
  madeBy: '张三',
  madeOn: Day.parse('2026-01-02'),
})
const study = Register.parse({ id: 'study', title: '学习', fields: [], filledBy: ['office'], readBy: ['office'], sensitivity: 'open' })
const visit = Register.parse({ id: 'visit', title: '走访', fields: [], filledBy: ['office'], readBy: ['office'], sensitivity: 'open' })

test('a register hints at the words that were taught, beside its own', () => {
  const rules = [
    ruleOf('大走访', { kind: 'register', register: RegisterId.parse('visit') }),
    ruleOf('走访{数}户', { kind: 'register', register: RegisterId.parse('visit') }),
    ruleOf('大走访', { kind: 'wording' }),
  ]
  const [first, second] = withTaughtHints([study, visit], rules)
  expect(first).toBe(study)
  expect(second?.hints).toMatchObject([{ words: ['大走访'], where: null }])
})

test.for<[words: string, named: string]>([
  ['包联干部每月走访2次', '班子成员每月走访2次'],
  ['班子成员和包联干部每月走访2次', '班子成员和包联干部每月走访2次'],
  ['干警每月走访2次', '干警每月走访2次'],
])('%s names %s', ([words, named]) => {
  const rules = [
    ruleOf('包联干部', { kind: 'scope', scope: 'per-member', group: '班子成员' }),
    ruleOf('干警', { kind: 'scope', scope: 'org', group: null }),
  ]
  expect(withGroupNames(words, rules)).toBe(named)
})
