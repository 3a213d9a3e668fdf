import { expect, test } from 'vitest'
import type { Block } from '#core/document/document.ts'
import type { ClauseKind } from '#core/draft/clause.ts'
import { settingOf } from './headings.ts'

/** A block of one line, and the clause that begins with it. */
function setting(line: string, kind: ClauseKind, marker: string, title: string) {
  const block: Block = { kind: 'paragraph', span: { start: 0, end: line.length } }
  const { rank, strong } = settingOf(line, '某院整改方案', block, [{ kind, marker, title, span: block.span }])
  return [rank, ...strong.map(({ start, end }) => line.slice(start, end))]
}

test.for<[string, ClauseKind, string, string, string[]]>([
  ['一、总体要求', 'part', '一、', '总体要求', ['heading1']],
  ['（一）聚焦学习', 'aspect', '（一）', '聚焦学习', ['heading2']],
  ['1.改进学习。', 'measure', '1.', '改进学习', ['heading3']],
  ['1.改进学习。每月召开1次会议。', 'measure', '1.', '改进学习', ['text', '1.改进学习']],
  ['存在问题：学得不深。', 'finding', '存在问题：', '学得不深', ['text', '存在问题：']],
  ['整改措施：', 'measure', '整改措施：', '', ['heading3']],
  ['每月召开1次会议。', 'paragraph', '', '', ['text']],
  ['某院整改方案', 'paragraph', '', '', ['title']],
])('%s', ([line, kind, marker, title, expected]) => {
  expect(setting(line, kind, marker, title)).toEqual(expected)
})

test('a heading of the document is one without a clause too', () => {
  const block: Block = { kind: 'heading', level: 2, span: { start: 0, end: 4 } }
  expect(settingOf('附件说明', '方案', block, [])).toEqual({ rank: 'heading2', strong: [] })
})
