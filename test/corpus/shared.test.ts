import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'

const root = path.resolve(import.meta.dirname, '../..')
const shared = path.resolve(root, '../shared/corpus')
const isShared = existsSync(`${shared}/score.mjs`)
if (!isShared) console.warn('skipped: the corpus in ../shared is not here')

const F1 = z.object({ f1: z.number() })
const Report = z.object({ documents: z.record(z.string(), z.object({ typed: F1, span: F1, clause: F1 })) })

describe.skipIf(!isShared)('the corpus in ../shared', () => {
  let documents: z.infer<typeof Report>['documents'] = {}

  beforeAll(() => {
    const run = `'${process.execPath}' --disable-warning=ExperimentalWarning '${root}/bin/xiaohao.mjs' compile {file} --format json`
    const printed = execFileSync(process.execPath, [`${shared}/score.mjs`, '--gold', `${shared}/dev`, '--run', run, '--json'], { encoding: 'utf8' })
    // the line behind the report sums it up
    documents = Report.parse(JSON.parse(printed.slice(0, printed.lastIndexOf('}') + 1))).documents
  }, 120_000)

  test('the example plan is read, at most two of its promises wrong', () => {
    const example = documents['000-court-rectification-plan.txt']
    expect(example?.typed.f1).toBeGreaterThanOrEqual(0.94)
    expect(example?.span.f1).toBeGreaterThanOrEqual(0.97)
  })

  test.for(['typed', 'clause'] as const)('the text and Word documents are read well on average: %s', (measure) => {
    const read = Object.entries(documents).filter(([name]) => !name.endsWith('.xlsx'))
    expect(read.length).toBeGreaterThan(10)
    const mean = read.reduce((sum, [, figures]) => sum + figures[measure].f1, 0) / read.length
    expect(mean).toBeGreaterThanOrEqual(0.93)
  })
})
