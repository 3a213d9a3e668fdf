import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

const program = fileURLToPath(new URL('../../../bin/xiaohao.mjs', import.meta.url))
const folder = mkdtempSync(path.join(tmpdir(), 'xiaohao-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const plan = '某局整改方案\n（2026年1月6日审议通过）\n一、整改措施\n1.强化学习。每季度组织研讨不少于2次。完善学习制度。定期通报。\n'

function file(name: string, content: string | Uint8Array): string {
  const full = path.join(folder, name)
  writeFileSync(full, content)
  return full
}

function run(...args: readonly string[]) {
  return spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', maxBuffer: 1 << 26 })
}

test('prints the draft as one JSON object', () => {
  const { status, stdout, stderr } = run('compile', file('plan.txt', plan))
  expect([status, stderr]).toEqual([0, ''])
  const draft: unknown = JSON.parse(stdout)
  expect(draft).toMatchObject({
    text: plan,
    commitments: [
      {
        kind: 'count',
        period: 'quarter',
        periodCount: 1,
        comparator: '>=',
        value: 2,
        unit: '次',
        value_text: '2',
        implied: false,
        within: null,
      },
    ],
    actions: [{ text: '完善学习制度' }],
    vague: [{ text: '定期通报' }],
  })
})

test('offsets of the JSON refer to the file as it is, whatever its encoding and line ends', () => {
  const gb = Buffer.from('d5fbb8c4b7bdb0b80d0ad2bba1a2d5fbb8c4b4ebcaa90d0a312ec3bfc4eac5e0d1b5b2bbc9d9d3da33b4ce0d0a', 'hex')
  const { stdout } = run('compile', file('gb.txt', gb))
  const { text, commitments }: { text: string; commitments: { start: number; end: number; text: string }[] } = JSON.parse(stdout)
  expect(text).toBe('整改方案\r\n一、整改措施\r\n1.每年培训不少于3次\r\n')
  expect(commitments.map(({ start, end }) => text.slice(start, end))).toEqual(['每年培训不少于3次'])
})

test('the table is aligned and names the questions', () => {
  const { status, stdout } = run('compile', file('table.txt', plan), '--format', 'table')
  expect(status).toBe(0)
  expect(stdout).toMatch(/次数 +每季度 +≥2次/)
  expect(stdout).toMatch(/疑问 Questions: \d+/)
})

test('the workbook is written where asked', () => {
  const output = path.join(folder, 'ledger.xlsx')
  expect(run('compile', file('book.txt', plan), '--format', 'xlsx', '--output', output).status).toBe(0)
  expect(readFileSync(output).subarray(0, 2).toString()).toBe('PK')
})

test.for([
  [[], 0, /Usage/],
  [['fly'], 2, /没有这个命令/],
  [['compile'], 2, /give one file, folder or archive/],
  [['compile', 'a.txt', 'b.txt'], 2, /give one file, folder or archive/],
  [['compile', 'a.txt', '--format', 'pdf'], 2, /no such format/],
  [['compile', 'a.txt', '--colour'], 2, /参数有误/],
  [['compile', '/nowhere/plan.txt'], 3, /不存在[\s\S]*no such file/],
  [['compile', tmpdir()], 2, /是文件夹[\s\S]*is a folder/],
  [['compile', 'a.zip', '--output', 'b', '--format', 'table'], 2, /压缩包[\s\S]*an archive/],
  [['compile', 'a.zip', '--output', 'b'], 3, /不存在[\s\S]*no such file/],
  [['compile', 'a.txt', '--threads', '0'], 2, /正整数[\s\S]*--threads/],
  [['compile', tmpdir(), '--output', tmpdir()], 2, /不能就是/],
] as const)('%j ends with %i', ([args, exitCode, message]) => {
  const { status, stdout, stderr } = run(...args)
  expect(status).toBe(exitCode)
  expect(stdout + stderr).toMatch(message)
})

test.for([
  ['empty.txt', ''],
  ['picture.txt', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13)],
  ['broken.docx', 'not a Word document'],
  ['plan.pdf', '%PDF-1.7'],
] as const)('%s is refused with its name in both languages', ([name, content]) => {
  const { status, stdout, stderr } = run('compile', file(name, content))
  expect([status, stdout]).toEqual([3, ''])
  expect(stderr.match(new RegExp(name.replace('.', String.raw`\.`), 'g'))).toHaveLength(2)
})

const taught = {
  format: 'xiaohao-phrase-rules',
  version: 1,
  rules: [
    {
      id: '0190c2d4-0000-7000-8000-000000000001',
      phrase: '一季一督',
      teaches: { kind: 'rhythm', period: { unit: 'quarter', every: 1 } },
      example: '',
      isOn: true,
      madeBy: '张三',
      madeOn: '2026-01-02',
    },
  ],
}

test('what was taught in the product holds here too, and is named', () => {
  const plain = file('督导.txt', plan.replace('完善学习制度。', '落实一季一督。'))
  const rules = file('rules.json', JSON.stringify(taught))
  expect(JSON.parse(run('compile', plain, '--rules', rules).stdout)).toMatchObject({
    commitments: [{ value: 2 }, { period: 'quarter', value: 1, taught: [{ field: 'period', phrase: '一季一督' }] }],
  })
  expect(run('lint', plain, '--rules', rules).status).toBe(0)
})

test.for<[name: string, content: string]>([
  ['nothing.json', 'no JSON'],
  ['other.json', '{"format":"other"}'],
  ['short.json', JSON.stringify({ ...taught, rules: taught.rules.map((rule) => ({ ...rule, phrase: '督' })) })],
])('%s is no file of rules', ([name, content]) => {
  const { status, stderr } = run('compile', file('plan.txt', plan), '--rules', file(name, content))
  expect(status).toBe(3)
  expect(stderr).toMatch(/短语规则.*\n.*phrase rules/)
})

test('a reader that stops early is no failure', () => {
  const long = file('long.txt', plan + '2.强化巡查。每月巡查不少于1次。\n'.repeat(3000))
  const { stdout, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${program}" compile "${long}" | head -c 5`], {
    encoding: 'utf8',
  })
  expect([stdout, stderr]).toEqual(['{"tit', ''])
})
