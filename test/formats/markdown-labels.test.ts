import { expect, test } from 'vitest'
import { compile } from '#compiler/compile.ts'
import { readDocument } from '#formats/read-document.ts'

test('a label in bold opens what it names', () => {
  const markdown = '# 整改方案\n\n## 一、采购管理方面\n\n**存在问题**：比价记录不全。\n\n**整改措施：**每季度核对比价记录1次。'
  const { clauses } = compile(readDocument('方案.md', new TextEncoder().encode(markdown)))
  expect(clauses.map(({ kind, marker }) => [kind, marker])).toContainEqual(['finding', '存在问题：'])
  expect(clauses.map(({ kind, marker }) => [kind, marker])).toContainEqual(['measure', '整改措施：'])
})
