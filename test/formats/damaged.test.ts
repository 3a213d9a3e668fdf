import { expect, test } from 'vitest'
import { describeFormatError } from '#core/document/file-error-words.ts'
import { FormatError } from '#formats/errors/format-error.ts'
import { readAnyDocument } from '#formats/read-document.ts'
import { checkDocument } from './check-document.ts'
import { DOCX_DAMAGE, TEXT_DAMAGE } from './damage.ts'
import { DOC_DAMAGE, HTML_DAMAGE, OFD_DAMAGE, PDF_DAMAGE, XLSX_DAMAGE } from './damage-others.ts'
import { randomFrom } from './random.ts'

const OUTCOME = /^(read|empty|wrong-type|encrypted|damaged|zip-bomb|too-deep|too-complex|doctype|not-text|no-text)$/

const COUNT = process.env['XIAOHAO_LONG'] === '1' ? 2_000 : 200
const SEED = Number(process.env['XIAOHAO_SEED'] ?? Date.now() % 1_000_000)

test.for([
  ['方案.docx', DOCX_DAMAGE],
  ['方案.txt', TEXT_DAMAGE],
  ['方案.md', TEXT_DAMAGE],
  ['方案.pdf', PDF_DAMAGE],
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
    const outcome = await outcomeOf(name, random.pick(damages)(random))
    expect(outcome, `file of seed ${seed}`).toMatch(OUTCOME)
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  }
  console.log(`${name}: ${[...outcomes].map(([outcome, count]) => `${outcome} ${count}`).join(', ')}`)
  expect(outcomes.get('damaged')).toBeGreaterThan(0)
  expect(outcomes.get('read')).toBeGreaterThan(0)
})

/** `read` for a sound document, the code of a FormatError that can be put in words, else what was thrown. */
async function outcomeOf(name: string, bytes: Uint8Array): Promise<string> {
  try {
    checkDocument(await readAnyDocument(name, bytes))
    return 'read'
  } catch (error) {
    const isWorded = error instanceof FormatError && describeFormatError(error, 'zh').where.startsWith(name)
    return isWorded ? error.code : `thrown: ${error instanceof Error ? error.stack : String(error)}`
  }
}
