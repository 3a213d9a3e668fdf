import { parentPort, workerData } from 'node:worker_threads'
import type { SourceDocument } from '#core/document/document.ts'
import { PDF_DAMAGE } from './damage-others.ts'
import { outcomeOf } from './outcome.ts'
import { randomFrom } from './random.ts'

const { count, seed: first }: { readonly count: number; readonly seed: number } = workerData

/** Blocks in order, each with something in it: the assertions of the tests do not run in threads. */
function check({ text, blocks }: SourceDocument): void {
  let free = 0
  for (const { span } of blocks) {
    if (span.start < free || span.end > text.length || text.slice(span.start, span.end).trim() === '')
      throw new Error('blocks out of order')
    free = span.end
  }
}

for (let seed = first; seed < first + count; seed++) {
  const random = randomFrom(seed)
  parentPort?.postMessage({ seed, outcome: await outcomeOf('方案.pdf', random.pick(PDF_DAMAGE)(random), check) })
}
