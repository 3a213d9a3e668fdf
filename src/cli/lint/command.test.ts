import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { unzipSync } from 'fflate'
import { afterAll, expect, test } from 'vitest'

const program = fileURLToPath(new URL('../../../bin/xiaohao.mjs', import.meta.url))
const folder = mkdtempSync(path.join(tmpdir(), 'xiaohao-lint-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const plan = path.join(folder, 'plan.txt')
const PLAN = '某局整改方案\n一、整改措施\n1.每季度组织研讨不少于2次（办公室牵头）。\n2.完善学习制度。\n3.稳居全省前列（办公室牵头）。\n'
writeFileSync(plan, PLAN)

const run = (...args: readonly string[]) => spawnSync(process.execPath, [program, 'lint', ...args], { encoding: 'utf8' })

test('says what is missing, where, and what to write', () => {
  const { status, stdout, stderr } = run(plan)
  expect([status, stderr]).toEqual([0, ''])
  const lines = stdout.trimEnd().split('\n')
  expect(lines.map((line) => line.split('\t').slice(0, 3))).toEqual([
    ['4', expect.any(String), expect.stringContaining('没有写明由谁负责')],
    ['4', expect.any(String), expect.stringContaining('没有写明何时完成')],
    ['5', expect.any(String), expect.stringContaining('无法考核：“稳居全省前列')],
    ['意见 Findings: 3'],
  ])
})

test('gives the same as data, with places in the text', () => {
  expect(JSON.parse(run(plan, '--json').stdout)).toMatchObject([
    { code: 'no-owner', span: { start: PLAN.indexOf('完善') } },
    { code: 'no-deadline', span: { start: PLAN.indexOf('完善') } },
    { code: 'vague' },
  ])
})

test('writes the text with comments in its margin', () => {
  const output = path.join(folder, 'lint.docx')
  expect(run(plan, '--output', output).status).toBe(0)
  const parts = unzipSync(readFileSync(output))
  const text = (part: string) => Buffer.from(parts[part] ?? []).toString()
  expect(text('word/comments.xml').match(/<w:comment /g)).toHaveLength(3)
  expect(text('word/document.xml')).toMatch(/<w:commentRangeStart w:id="2"\/>.*稳居全省前列.*<w:commentRangeEnd w:id="2"\/>/)
})

test.for([[], ['a.txt', 'b.txt'], [plan, '--output', 'x.pdf'], [plan, '--nonsense']])('%j is told how to call it', (args) => {
  const { status, stderr } = run(...args)
  expect(status).toBe(2)
  expect(stderr).toMatch(/错误：.*\nError: /)
})
