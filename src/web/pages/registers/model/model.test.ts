import { expect, test } from 'vitest'
import { Condition } from '#core/counting/condition.ts'
import { Register } from '#core/register/register.ts'
import { en } from '../text.en.ts'
import { zh } from '../text.zh.ts'
import { conditionWords } from './condition-words.ts'
import { findRegisters } from './find-registers.ts'

const research = Register.parse({
  id: 'field-research',
  title: '基层调研',
  titleEn: 'Field research',
  group: 'people',
  fields: [
    { id: 'mode', label: '方式', labelEn: 'Mode', type: 'choice', options: ['走访', '座谈'], optionsEn: ['visit', 'talk'] },
    { id: 'hours', label: '课时', type: 'decimal', unit: '课时' },
    { id: 'zero', label: '未开展', labelEn: 'None', type: 'yes-no' },
    { id: 'doneOn', label: '办结日', labelEn: 'Done on', type: 'day' },
    { id: 'present', label: '参加人员', labelEn: 'Present', type: 'people', isMany: true },
  ],
  filledBy: ['everyone'],
  readBy: ['everyone'],
  sensitivity: 'open',
  hints: [{ words: ['蹲点调研'], where: null }],
})
const lecture = Register.parse({ ...research, id: 'lecture', title: '党课', titleEn: 'Lecture', group: 'study', fields: [], hints: [] })

const oneOf = { kind: 'one-of', field: 'mode', values: ['走访', '座谈'] }
const yes = { kind: 'yes', field: 'zero', value: true }
test.for([
  [oneOf, '方式为“走访”或“座谈”', 'Mode is “visit” or “talk”'],
  [yes, '未开展为“是”', 'None is yes'],
  [{ kind: 'yes', field: 'zero', value: false }, '未开展为“否”', 'None is no'],
  [{ kind: 'number', field: 'hours', comparator: '>=', value: '2' }, '课时 >= 2', '课时 >= 2'],
  [{ kind: 'filled', field: 'doneOn' }, '已填写办结日', 'Done on is filled in'],
  [
    { kind: 'day', field: 'doneOn', from: '2026-01-01', to: null },
    '办结日在 2026-01-01 至 … 之间',
    'Done on lies between 2026-01-01 and …',
  ],
  [
    { kind: 'covers', field: 'present', population: { kind: 'group', group: 'all' } },
    '参加人员覆盖全部应到人员',
    'Present names everyone due',
  ],
  [
    { kind: 'all', of: [oneOf, { kind: 'not', of: yes }] },
    '方式为“走访”或“座谈”，且不含未开展为“是”',
    'Mode is “visit” or “talk” and not where None is yes',
  ],
  [{ kind: 'any', of: [yes, { kind: 'filled', field: 'mode' }] }, '未开展为“是”，或已填写方式', 'None is yes or Mode is filled in'],
] as const)('%j in words', ([condition, chinese, english]) => {
  const parsed = Condition.parse(condition)
  expect(conditionWords(parsed, research.fields, zh, 'zh')).toBe(chinese)
  expect(conditionWords(parsed, research.fields, en, 'en')).toBe(english)
})

const groups = ['study', 'people', 'trials'].map((id) => ({ id, title: id, titleEn: id }))
test.for([
  ['', ['study lecture', 'people field-research']],
  ['lect', ['study lecture']],
  [' 调研 ', ['people field-research']],
  ['蹲点', ['people field-research']],
  ['present', ['people field-research']],
  ['采购', []],
] as const)('the search “%s”', ([search, found]) => {
  const shown = findRegisters(groups, [research, lecture], search)
  expect(shown.flatMap(({ group, registers }) => registers.map(({ id }) => `${group.id} ${id}`))).toEqual(found)
})
