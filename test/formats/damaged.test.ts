import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { DOCX_DAMAGE, TEXT_DAMAGE } from './damage.ts'
import { DOC_DAMAGE, HTML_DAMAGE, OFD_DAMAGE, XLSX_DAMAGE } from './damage-others.ts'
import { checkDocument } from './check-document.ts'
import { outcomeOf } from './outcome.ts'
import { randomFrom } from './random.ts'

const OUTCOME = /^(read|empty|wrong-type|encrypted|damaged|zip-bomb|too-deep|too-complex|doctype|not-text|no-text)$/

const COUNT = process.env['XIAOHAO_LONG'] === '1' ? 2_000 : 200
const SEED = Number(process.env['XIAOHAO_SEED'] ?? Date.now() % 1_000_000)

test.for([
  ['方案.docx', DOCX_DAMAGE],
  ['方案.txt', TEXT_DAMAGE],
  ['方案.md', TEXT_DAMAGE],
  ['方案.ofd', OFD_DAMAGE],
  ['方案.html', HTML_DAMAGE],
  ['方案.xlsx', XLSX_DAMAGE],
  ['方案.doc', DOC_DAMAGE],
] as const)(`${COUNT} damaged files, seed ${SEED}: %s`, async ([name, damages]) => {
  const outcomes = new Map<string, number>()
  for (let index = 0; index < COUNT; index++) {
    // The seed of one file, to try it alone.
    const seed = SEED + index
    const random = randomFrom(seed)
    const outcome = await outcomeOf(name, random.pick(damages)(random), checkDocument)
    expect(outcome, `file of seed ${seed}`).toMatch(OUTCOME)
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  }
  expectBoth(name, outcomes)
})

// in a thread, as the program reads them: what the library leaves unhandled must not end it
test(`${COUNT} damaged files, seed ${SEED}: 方案.pdf`, async () => {
  const worker = new Worker(new URL('damaged-pdf.worker.ts', import.meta.url), { workerData: { count: COUNT, seed: SEED } })
  const ended = new Promise((resolve, reject) => worker.once('error', reject).once('exit', resolve))
  const outcomes = new Map<string, number>()
  worker.on('message', ({ seed, outcome }: { readonly seed: number; readonly outcome: string }) => {
    outcomes.set(OUTCOME.test(outcome) ? outcome : `${outcome} (file of seed ${seed})`, (outcomes.get(outcome) ?? 0) + 1)
  })
  await ended
  expect([...outcomes.keys()].filter((outcome) => !OUTCOME.test(outcome))).toEqual([])
  expect([...outcomes.values()].reduce((sum, count) => sum + count, 0)).toBe(COUNT)
  expectBoth('方案.pdf', outcomes)
})

function expectBoth(name: string, outcomes: ReadonlyMap<string, number>): void {
  console.log(`${name}: ${[...outcomes].map(([outcome, count]) => `${outcome} ${count}`).join(', ')}`)
  expect(outcomes.get('damaged')).toBeGreaterThan(0)
  expect(outcomes.get('read')).toBeGreaterThan(0)
}
