import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { makeDocx, paragraph } from '#test/formats/make-docx.ts'
import { rawZip, type RawEntry } from '#test/formats/raw-zip.ts'

const program = fileURLToPath(new URL('../../../../bin/xiaohao.mjs', import.meta.url))
const root = mkdtempSync(path.join(tmpdir(), 'xiaohao-many-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const planText = (number: number): string => `某局第${number}号整改方案\n一、整改措施\n1.强化学习。每季度组织研讨不少于${number + 1}次。\n`
const planDocx = (number: number): Uint8Array => {
  const paragraphs = planText(number).split('\n')
  return makeDocx({ body: paragraphs.map((line) => paragraph(line)).join('') })
}

type Content = string | Uint8Array
const damaged: Readonly<Record<string, readonly [content: Content, code: string]>> = {
  '坏/空.txt': ['', 'empty'],
  '坏/图.txt': [Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13), 'wrong-type'],
  '坏/半.docx': [planDocx(1).subarray(0, 300), 'damaged'],
  '坏/文.pdf': ['%PDF-1.7', 'damaged'],
  '坏/表.csv': ['a,b', 'unsupported'],
  '坏/bomb.docx': [rawZip([{ path: '[Content_Types].xml', content: new Uint8Array(8 << 20) }]), 'zip-bomb'],
}
const whole: Readonly<Record<string, Content>> = Object.fromEntries(
  Array.from({ length: 54 }, (_, number) => [
    `第${number % 3}组/方案${number}.${number % 2 === 0 ? 'txt' : 'docx'}`,
    number % 2 === 0 ? planText(number) : planDocx(number),
  ]),
)
const all: Readonly<Record<string, Content>> = {
  ...whole,
  ...Object.fromEntries(Object.entries(damaged).map(([file, [content]]) => [file, content])),
}

interface Line {
  readonly file: string
  readonly sha256: string | null
  readonly state: 'read' | 'failed'
  readonly draft?: string
  readonly code?: string
  readonly commitments?: number
}

function folderOf(name: string, files: Readonly<Record<string, Content>>): string {
  const folder = path.join(root, name)
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), content)
  }
  return folder
}

function run(...args: readonly string[]) {
  return spawnSync(process.execPath, [program, 'compile', ...args], { encoding: 'utf8', maxBuffer: 1 << 26 })
}

function indexOf(output: string): Line[] {
  const lines = readFileSync(path.join(output, 'index.jsonl'), 'utf8').trimEnd().split('\n')
  return lines.map((line): Line => JSON.parse(line))
}

/** Every file of an output but the index, with its content. */
function draftsOf(output: string): Map<string, string> {
  const files = readdirSync(output, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name !== 'index.jsonl',
  )
  const paths = files.map((entry) => path.relative(output, path.join(entry.parentPath, entry.name)))
  return new Map(paths.toSorted().map((file) => [file, readFileSync(path.join(output, file), 'utf8')]))
}

test('reads every document of a folder, and says why six cannot be read', () => {
  const [from, output] = [folderOf('folder', all), path.join(root, 'folder-out')]
  const { status, stdout, stderr } = run(from, '--output', output)
  expect(stdout).toContain('60 files: 54 read, 6 failed; 0 of them done before')
  expect(stderr).toMatch(/坏\/半\.docx\n {2}.*已损坏/)
  expect(status).toBe(3)
  const index = indexOf(output)
  expect(index.map(({ file }) => file)).toEqual(Object.keys(all).toSorted((a, b) => (a < b ? -1 : 1)))
  const codes = index.flatMap(({ file, state, code }) => (state === 'failed' ? [[file, code]] : []))
  expect(Object.fromEntries(codes)).toEqual(Object.fromEntries(Object.entries(damaged).map(([file, [, code]]) => [file, code])))
  const drafts = draftsOf(output)
  expect([...drafts.keys()]).toEqual(index.flatMap(({ draft }) => draft ?? []).toSorted())
  for (const { draft, commitments } of index) {
    if (draft === undefined) continue
    expect(commitments).toBe(1)
    expect(JSON.parse(drafts.get(draft) ?? '')).toMatchObject({ commitments: [{ kind: 'count', period: 'quarter' }] })
  }
})

test('stopped and started again it comes to the same, and does nothing twice', { timeout: 120_000 }, async () => {
  // the last is long enough that the signal comes before its end
  const files = { ...all, '第2组/方案8.txt': planText(8) + '学习情况良好。\n'.repeat(15_000) }
  const [from, output, other] = [folderOf('stopped', files), path.join(root, 'stopped-out'), path.join(root, 'at-once')]
  mkdirSync(output)
  const child = spawn(process.execPath, [program, 'compile', from, '--output', output, '--threads', '1'], { stdio: 'ignore' })
  const ended = once(child, 'exit')
  const watcher = watch(output, (_, name) => {
    if (name !== 'index.jsonl' || indexSize(output) === 0) return
    watcher.close()
    // twice, as where a starter passes on what the terminal has sent already
    child.kill('SIGINT')
    child.kill('SIGINT')
  })
  const [code] = await ended
  expect(code).toBe(130)
  const before = indexOf(output)
  expect(before.length).toBeGreaterThan(0)
  expect(before.length).toBeLessThan(60)
  expect([...draftsOf(output).keys()]).toEqual(before.flatMap(({ draft }) => draft ?? []).toSorted())
  expect(existsSync(path.join(output, '.unfinished'))).toBe(false)
  expect(run(from, '--output', output).stdout).toContain(`60 files: 54 read, 6 failed; ${before.length} of them done before`)
  run(from, '--output', other)
  expect(indexOf(output)).toEqual(indexOf(other))
  expect(draftsOf(output)).toEqual(draftsOf(other))
})

function indexSize(output: string): number {
  const file = path.join(output, 'index.jsonl')
  return existsSync(file) ? readFileSync(file).length : 0
}

test('does again what changed, what is gone and what an end without notice left half', () => {
  const files = {
    'a.txt': planText(1),
    'b.txt': planText(2),
    'c.txt': planText(3),
    'd.txt': planText(4),
    '.hidden.txt': 'x',
    '~$a.docx': 'x',
  }
  const [from, output] = [folderOf('again', files), path.join(root, 'again', 'out')]
  expect(run(from, '--output', output).stdout).toContain(
    '4 files: 4 read, 0 failed; 0 of them done before. Hidden files and links left out: 2',
  )
  const lines = readFileSync(path.join(output, 'index.jsonl'), 'utf8').trimEnd().split('\n')
  writeFileSync(path.join(output, 'index.jsonl'), `${lines.slice(0, 3).join('\n')}\n${lines[3]?.slice(0, 40)}`)
  writeFileSync(path.join(from, 'a.txt'), '')
  rmSync(path.join(output, 'b.txt.json'))
  const { stdout, status } = run(from, '--output', output)
  expect([stdout.split('\n')[1], status]).toEqual([expect.stringContaining('4 files: 3 read, 1 failed; 1 of them done before'), 3])
  expect([...draftsOf(output).keys()]).toEqual(['b.txt.json', 'c.txt.json', 'd.txt.json'])
  expect(indexOf(output).map(({ file, state }) => [file, state])).toEqual([
    ['a.txt', 'failed'],
    ['b.txt', 'read'],
    ['c.txt', 'read'],
    ['d.txt', 'read'],
  ])
})

const GBK = Buffer.from('d5fbb8c4b7bdb0b8', 'hex').toString('latin1')

test('reads an archive, its names as they were written, and lets none lead out of the output', () => {
  const entries: RawEntry[] = [
    { path: '甲/Plan.TXT', content: planText(1) },
    { path: '甲/', content: '' },
    { path: '../out.txt', content: planText(2) },
    { path: '/etc/x.txt', content: planText(3) },
    { path: 'b.docx', content: planDocx(4), isStored: true },
    { path: 'c.txt', content: planText(5), crc: 1 },
    { path: '__MACOSX/甲/._Plan.TXT', content: 'x' },
  ]
  const output = path.join(root, 'archive-out')
  const { status, stdout } = run(
    folderOf('archive', { 'all.zip': rawZip(entries) }).concat('/all.zip'),
    '--output',
    output,
    '--format',
    'xlsx',
  )
  expect([status, stdout.split('\n')[1]]).toEqual([3, expect.stringContaining('5 files: 2 read, 3 failed')])
  expect(indexOf(output).map(({ file, code, draft }) => [file, code ?? draft])).toEqual([
    ['../out.txt', 'damaged'],
    ['/etc/x.txt', 'damaged'],
    ['b.docx', 'b.docx.xlsx'],
    ['c.txt', 'damaged'],
    ['甲/Plan.TXT', '甲/Plan.TXT.xlsx'],
  ])
  expect([...draftsOf(output).keys()]).toEqual(['b.docx.xlsx', '甲/Plan.TXT.xlsx'])
})

test('a name in GBK is read as such', () => {
  const zip = Buffer.from(rawZip([{ path: 'xxxxxxxx.txt', content: planText(1) }]))
  const named = Buffer.from(zip.toString('latin1').replaceAll('xxxxxxxx', GBK), 'latin1')
  const output = path.join(root, 'gbk-out')
  expect(run(folderOf('gbk', { 'all.zip': named }).concat('/all.zip'), '--output', output).status).toBe(0)
  expect(indexOf(output).map(({ file }) => file)).toEqual(['整改方案.txt'])
})

test('an archive that is a bomb is refused as a whole', () => {
  const bomb = rawZip(Array.from({ length: 3 }, (_, number) => ({ path: `${number}.txt`, content: 'x', size: 2 ** 31 - 1 })))
  const { status, stderr } = run(folderOf('bomb', { 'all.zip': bomb }).concat('/all.zip'), '--output', path.join(root, 'bomb-out'))
  expect([status, existsSync(path.join(root, 'bomb-out'))]).toEqual([3, false])
  expect(stderr).toContain('限度 4096 MB')
})
