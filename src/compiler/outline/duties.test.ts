import { expect, test } from 'vitest'
import { compile } from '#compiler/compile.ts'
import { drawAnswers } from '#test/outline/draw.ts'

// Who answers, said by a sentence or a part of one: the lines of a document, and what holds for each clause.
const cases = [
  {
    name: 'a sentence behind the measure, in its line or below',
    text: ['1.每月巡查1次。由甲局负责，乙公司、各乡镇配合。', '2.新建步道5公里。', '丙局牵头，丁局、戊局配合。'],
    answers: { '1.': '牵头 甲局 配合 乙公司、各乡镇', '2.': '牵头 丙局 配合 丁局、戊局' },
  },
  {
    name: 'the last or the first part of a sentence',
    text: [
      '1.设卡30处，由甲局牵头，乙局、各乡镇参与。',
      '2.由丙局牵头、丁局配合，年内更换水表3000块。',
      '3.培训4次，由人力资源部组织实施。',
    ],
    answers: { '1.': '牵头 甲局 配合 乙局、各乡镇', '2.': '牵头 丙局 配合 丁局', '3.': '牵头 人力资源部' },
  },
  {
    name: 'labels with 为 or behind a comma',
    text: ['1.年内清欠80万元。牵头单位为甲局，配合单位为乙局。', '2.每月检查1次，责任单位：安全部，协办单位：工会。'],
    answers: { '1.': '牵头 甲局 配合 乙局', '2.': '牵头 安全部 配合 工会' },
  },
  {
    name: 'a closing line holds for all above it that have none of their own',
    text: ['（一）教育培训', '1.培训24学时。', '2.持证率100%。', '由人力资源部牵头，安全部配合。', '（二）其他', '1.每月通报。'],
    answers: { '（一）': '牵头 人力资源部 配合 安全部', '1.': '牵头 人力资源部 配合 安全部', '2.': '牵头 人力资源部 配合 安全部' },
  },
  {
    name: 'deeds that are no answer',
    text: ['1.积极支持配合甲局工作。', '2.请各部门配合。', '3.落实由甲局负责的事项3项。', '4.坚持院长牵头、部门配合，每周调度1次。'],
    answers: {},
  },
]

test.for(cases)('$name', ({ text, answers }) => {
  expect(drawAnswers(text.join('\n'))).toEqual(answers)
})

test.for<[string, string[]]>([
  ['每月巡查2次，由甲局负责；每季度演练3次，由乙局负责。每年评估4次。', ['2 甲局', '3 乙局', '4']],
  ['每月巡查2次。由甲局负责。每季度演练3次。由乙局负责，丙局配合。', ['2 甲局', '3 乙局/丙局']],
  ['由甲局牵头，每月巡查2次；由乙局牵头，每季度演练3次。', ['2 甲局', '3 乙局']],
])('each of several answers for its own sentences: %s', ([measure, expected]) => {
  const text = `某县整改方案\n一、整改措施\n1.完善机制。${measure}`
  const blocks = [...text.matchAll(/[^\n]+/g)].map(({ index, 0: { length } }) => ({
    kind: 'paragraph' as const,
    span: { start: index, end: index + length },
  }))
  const { commitments } = compile({ text, blocks, revisions: [] })
  const names = commitments
    .filter(({ reading }) => reading.value !== null)
    .map(({ reading: { value, leadOrgs, supportingOrgs } }) =>
      `${value?.value ?? ''} ${[leadOrgs, supportingOrgs].map((list) => list.map((name) => name.value).join('、')).join('/')}`.replace(
        /[ /]+$/,
        '',
      ),
    )
  expect(names).toEqual(expected)
})
