import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { planOf } from '#bench/plans.ts'
import type { Figure } from '#bench/workload.ts'
import { compileMany } from '#cli/compile/many/compile-many.ts'
import { folderSources } from '#cli/compile/many/folder-sources.ts'
import { makeDocx, paragraph } from '#test/formats/make-docx.ts'

const LENGTH = 10_000
const DOCUMENTS = { txt: 1000, docx: 500 } as const
const EARLY = 250
const MB = 2 ** 20

/** What one of many documents of 10,000 characters costs on one core, thread, files and start included: 40 a second are 25 ms of CPU each. */
export async function manyWorkload(): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'xiaohao-many-'))
  try {
    const text = await measure(folder, 'txt')
    const word = await measure(folder, 'docx')
    return [
      { name: 'many.txt', value: text.ms, unit: 'ms', bound: 25 },
      { name: 'many.txt.perSecond', value: 1000 / text.ms, unit: '/s', bound: null },
      { name: 'many.docx', value: word.ms, unit: 'ms', bound: 66 },
      { name: 'many.docx.perSecond', value: 1000 / word.ms, unit: '/s', bound: null },
      { name: 'many.memory', value: text.peak, unit: 'MB', bound: null },
      { name: 'many.memory.growth', value: text.peak / text.earlyPeak, unit: '×', bound: 1.3 },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Cost {
  /** Of CPU, a document. */
  readonly ms: number
  /** The most memory held, in MB: in the whole run, and while the first documents were read. */
  readonly peak: number
  readonly earlyPeak: number
}

async function measure(folder: string, kind: 'txt' | 'docx'): Promise<Cost> {
  const from = path.join(folder, kind)
  const output = `${from}-out`
  mkdirSync(from)
  for (let number = 0; number < DOCUMENTS[kind]; number++) writeFileSync(path.join(from, `${number}.${kind}`), documentOf(kind, number))
  const { sources } = await folderSources(from, output)
  let [done, peak, earlyPeak] = [0, 0, 0]
  let failed = 0
  const start = process.cpuUsage()
  await compileMany(sources, {
    output,
    format: 'json',
    rules: [],
    threads: 1,
    signal: new AbortController().signal,
    onResult: ({ state }) => {
      if (state === 'failed') failed += 1
      peak = Math.max(peak, process.memoryUsage.rss() / MB)
      done += 1
      if (done === EARLY) earlyPeak = peak
    },
  })
  const { user, system } = process.cpuUsage(start)
  if (failed > 0) throw new Error(`${failed} documents could not be read`)
  return { ms: (user + system) / 1000 / DOCUMENTS[kind], peak, earlyPeak }
}

/** No two alike. */
function documentOf(kind: 'txt' | 'docx', number: number): string | Uint8Array {
  const text = `第${number}号\n${planOf(LENGTH)}`.slice(0, LENGTH)
  return kind === 'txt'
    ? text
    : makeDocx({
        body: text
          .split('\n')
          .map((line) => paragraph(line))
          .join(''),
      })
}
