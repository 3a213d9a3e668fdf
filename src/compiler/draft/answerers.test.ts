import { expect, test } from 'vitest'
import { compile } from '#compiler/compile.ts'

/** Who answers for each commitment of one measure: leaders, then units, with the number of each commitment. */
function answerersOf(measure: string): string[] {
  const text = `某院整改方案\n一、整改措施\n1.完善工作机制。${measure}`
  const lines = [...text.matchAll(/[^\n]+/g)]
  const blocks = lines.map((line) => ({ kind: 'paragraph' as const, span: { start: line.index, end: line.index + line[0].length } }))
  return compile({ text, blocks, revisions: [] }).commitments.map(({ reading: { leaders, leadOrgs, value } }) => {
    for (const name of [...leaders, ...leadOrgs])
      expect(name).toEqual({
        value: name.value,
        certainty: 'stated',
        span: { start: text.indexOf(name.value), end: text.indexOf(name.value) + name.value.length },
      })
    return `${value?.value ?? ''} ${[...leaders, ...leadOrgs].map((name) => name.value).join('、')}`.trim()
  })
}

test.for<[string, string[]]>([
  ['院党组书记每月接访不少于2天。', ['2 院党组书记']],
  ['完善接访制度，院长每季度接访不少于3次，其中下沉接访不少于1次。', ['3 院长', '1 院长']],
  ['班子成员每年调研不少于20天。', ['20 班子成员']],
  ['整改工作领导小组办公室每月调度2次。', ['2 整改工作领导小组办公室']],
  ['机关纪委每季度抽查不少于5个支部。', ['5 机关纪委']],
  ['每年召开座谈会不少于2次。', ['2']],
  ['院长带头填报，每月通报1次。', ['1']],
  ['加强对执行局的管理，每月检查1次。', ['1']],
  ['防汛科：负责每日巡查2次，每月报告1次。', ['2 防汛科', '1 防汛科']],
  ['院长每月接访不少于1天。（责任部门：立案庭）', ['1 立案庭']],
])('%s', ([measure, answerers]) => {
  expect(answerersOf(measure)).toEqual(answerers)
})
