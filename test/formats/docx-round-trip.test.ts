import { AlignmentType, Document, LevelFormat, LevelSuffix, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDocument } from '#formats/read-document.ts'
import { checkDocument } from './check-document.ts'
import { showBlocks } from './make-docx.ts'

const LEVELS = [
  { format: LevelFormat.CHINESE_COUNTING, text: '%1、', write: (counts: readonly number[]) => `${chinese(counts[0] ?? 0)}、` },
  { format: LevelFormat.CHINESE_COUNTING, text: '（%2）', write: (counts: readonly number[]) => `（${chinese(counts[1] ?? 0)}）` },
  { format: LevelFormat.DECIMAL, text: '%3.', write: (counts: readonly number[]) => `${counts[2]}. ` },
] as const

const DIGITS = ' 一二三四五六七八九'

/** 1 to 99, without the code under test. */
function chinese(number: number): string {
  const tens = Math.floor(number / 10)
  return `${tens > 1 ? DIGITS.charAt(tens) : ''}${tens > 0 ? '十' : ''}${DIGITS.charAt(number % 10)}`.replace(' ', '')
}

const text = fc
  .string({ unit: fc.constantFrom('每', '年', '1', '次', '，', '<', '&', '"', '𠮷', ' ', 'a', '　'), minLength: 1, maxLength: 12 })
  .filter((value) => value.trim() !== '')
const part = fc.oneof(
  fc.record({ text, level: fc.constantFrom(undefined, 0, 1, 2) }),
  fc.record({ rows: fc.array(fc.array(text, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 3 }) }),
)
/** No level is used for the first time before the one above it: the library sets start overrides, and what they do then is not written down anywhere. */
const parts = fc.array(part, { minLength: 1, maxLength: 30 }).map((all) => {
  let deepest = -1
  return all.map((each) => {
    if ('rows' in each || each.level === undefined) return each
    const level = each.level > deepest + 1 ? 0 : each.level
    deepest = Math.max(deepest, level)
    return { ...each, level }
  })
})
type Part = typeof part extends fc.Arbitrary<infer Value> ? Value : never

function tableCell(content: string): TableCell {
  return new TableCell({ children: [new Paragraph({ children: [new TextRun(content)] })] })
}

async function write(written: readonly Part[]): Promise<Uint8Array> {
  const children = written.map((each) => {
    if ('rows' in each) {
      return new Table({ rows: each.rows.map((row) => new TableRow({ children: row.map(tableCell) })) })
    }
    const runs = { children: Array.from(each.text, (character) => new TextRun(character)) }
    return new Paragraph(each.level === undefined ? runs : { ...runs, numbering: { reference: 'plan', level: each.level } })
  })
  const levels = LEVELS.map(({ format, text: pattern }, level) => ({
    level,
    format,
    text: pattern,
    alignment: AlignmentType.LEFT,
    suffix: LevelSuffix.TAB,
  }))
  const document = new Document({ numbering: { config: [{ reference: 'plan', levels }] }, sections: [{ children }] })
  return new Uint8Array(await Packer.toBuffer(document))
}

/** What must be read, by counting anew. */
function expected(written: readonly Part[]): string[] {
  let tables = 0
  let counts = [0, 0, 0]
  return written.flatMap((each) => {
    if ('rows' in each) {
      const number = tables++
      return each.rows.map((row) => `row${number}: ${row.join(' | ')}`)
    }
    const { level } = each
    if (level === undefined) return [each.text]
    counts = counts.map((count, index) => (index < level ? Math.max(1, count) : index === level ? count + 1 : 0))
    return [LEVELS[level].write(counts) + each.text]
  })
}

test('paragraphs, automatic numbers and tables come back as written', async () => {
  await fc.assert(
    fc.asyncProperty(parts, async (written) => {
      const document = readDocument('方案.docx', await write(written))
      checkDocument(document)
      expect(showBlocks(document)).toEqual(expected(written))
    }),
    { numRuns: process.env['XIAOHAO_LONG'] === '1' ? 500 : 50 },
  )
})

test('lines of any text come back with their place', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (value) => {
      fc.pre(/\S/.test(value) && !value.includes('\0') && value.isWellFormed())
      const document = readDocument('方案.txt', new TextEncoder().encode(`\uFEFF${value}`))
      expect(document.text).toBe(value)
      checkDocument(document)
    }),
  )
})
