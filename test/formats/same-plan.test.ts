import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { compile } from '#compiler/compile.ts'
import type { SourceDocument } from '#core/document/document.ts'
import { textOf } from '#core/text/span.ts'
import { convertOld } from '#formats/office/convert-old.ts'
import { readAnyDocument } from '#formats/read-document.ts'
import { corpusFolder, readPlan } from '#test/gold/corpus.ts'
import { checkDocument } from './check-document.ts'
import { makeDocx, paragraph } from './make-docx.ts'
import { makeOfd } from './make-ofd.ts'
import { convertWithOffice, hasOffice } from './office.ts'

const FILTERS = {
  pdf: 'pdf',
  doc: 'doc:MS Word 97',
  txt: 'txt:Text (encoded):UTF8',
  html: 'html:HTML (StarWriter)',
  rtf: 'rtf',
  odt: 'odt',
} as const

/** What a plan promises, without its places in the file. */
function promisesIn(document: SourceDocument): string[] {
  checkDocument(document)
  return compile(document).commitments.map(({ ref, reading, anchor }) => {
    const { kind, period, comparator, value, upper, unit, scope, deadline, leaders, leadOrgs, owners, supportingOrgs } = reading
    const names = [leaders, leadOrgs, owners, supportingOrgs].map((list) => list.map((each) => each.value).join('、')).join('/')
    const words = textOf(document.text, anchor).replaceAll(/\s/g, '')
    const target = [comparator, value, upper, unit, deadline].map((found) => found?.value ?? '').join(' ')
    return `${ref} ${kind} ${period.value.unit}*${period.value.every} ${target} ${scope.value} [${names}] ${words}`
  })
}

async function readAs(format: string, bytes: Uint8Array): Promise<SourceDocument> {
  return readAnyDocument(`方案.${format}`, await convertOld(`方案.${format}`, bytes))
}

function rowOf(line: string): string {
  const cells = line.split('\t').map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`)
  return `<w:tr>${cells.join('')}</w:tr>`
}

/** A plan of lines as Word has it, tabbed lines in tables. */
function docxFrom({ text, blocks }: SourceDocument): Uint8Array {
  const escaped = blocks.map(({ span }) => textOf(text, span).trim().replaceAll('&', '&amp;').replaceAll('<', '&lt;'))
  const border =
    '<w:tblPr><w:tblBorders><w:top w:val="single"/><w:left w:val="single"/><w:bottom w:val="single"/><w:right w:val="single"/><w:insideH w:val="single"/><w:insideV w:val="single"/></w:tblBorders></w:tblPr>'
  const parts = escaped.map((line, at) => {
    if (!line.includes('\t')) return paragraph(line)
    const [opens, closes] = [escaped[at - 1]?.includes('\t') !== true, escaped[at + 1]?.includes('\t') !== true]
    return `${opens ? `<w:tbl>${border}` : ''}${rowOf(line)}${closes ? `</w:tbl>${paragraph('')}` : ''}`
  })
  return makeDocx({ body: parts.join('') })
}

function ofdFrom({ text, blocks }: SourceDocument): Uint8Array {
  return makeOfd(
    blocks.map(({ span, cells }) => cells?.map((cell) => (cell.continues ? null : textOf(text, cell.span))) ?? textOf(text, span).trim()),
  )
}

test.for(['sample-plan', 'procuratorate-plan', 'word-numbered-plan', 'court-system-plan', 'university-inspection-plan'])(
  'the same promises as .ofd: %s',
  async (name) => {
    const plan = readPlan(name)
    expect(promisesIn(await readAs('ofd', ofdFrom(plan)))).toEqual(promisesIn(plan))
  },
)

/** A plan of tabbed lines as a sheet, lines without tabs merged across it. */
async function xlsxFrom({ text }: SourceDocument): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('Sheet1')
  const rows = text.split(/\r?\n/).map((line) => line.split('\t'))
  const width = Math.max(...rows.map(({ length }) => length))
  for (const row of rows) {
    const { number } = sheet.addRow(row)
    if (row.length === 1 && row[0] !== '') sheet.mergeCells(number, 1, number, width)
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

test.for(['county-key-tasks', 'hotline-table'])('the same promises as .xlsx: %s', async (name) => {
  const plan = readPlan(name)
  expect(promisesIn(await readAs('xlsx', await xlsxFrom(plan)))).toEqual(promisesIn(plan))
})

const EXAMPLE = fileURLToPath(new URL('../../../shared/example/court-plan.txt', import.meta.url))
if (!existsSync(EXAMPLE)) console.warn('skipped: ../shared/example is not there')

describe.skipIf(!hasOffice || !existsSync(EXAMPLE))('the same promises of the example plan', () => {
  test.for(['docx', 'pdf', 'ofd', 'doc', 'txt'] as const)('%s', async (format) => {
    const plan = await readAnyDocument('方案.txt', new Uint8Array(readFileSync(EXAMPLE)))
    const docx = docxFrom(plan)
    const bytes = format === 'docx' ? docx : format === 'ofd' ? ofdFrom(plan) : convertWithOffice(docx, 'docx', format, FILTERS[format])
    expect(promisesIn(await readAs(format, bytes))).toEqual(promisesIn(plan))
  })
  test('pdf that was made from the text itself', async () => {
    const text = new Uint8Array(readFileSync(EXAMPLE))
    const pdf = convertWithOffice(text, 'txt', 'pdf', 'pdf', 'Text (encoded):UTF8')
    expect(promisesIn(await readAs('pdf', pdf))).toEqual(promisesIn(await readAs('txt', text)))
  })
})

// As a web page, LibreOffice turns lists numbered 一、 into lists numbered 1.
describe.skipIf(!hasOffice).for([
  ['sample-plan', ['pdf', 'doc', 'txt', 'html', 'rtf', 'odt']],
  ['word-numbered-plan', ['pdf', 'doc']],
  ['court-system-plan', ['pdf', 'doc', 'txt', 'html']],
  ['hotline-table', ['pdf', 'doc', 'txt', 'html']],
] as const)('the same promises in every format: %s', ([name, formats]) => {
  const plan = readPlan(name)
  const promised = promisesIn(plan)
  const word = `${corpusFolder}/${name}/plan.docx`
  const docx = existsSync(word) ? new Uint8Array(readFileSync(word)) : docxFrom(plan)

  test('docx', async () => {
    expect(promised.length).toBeGreaterThan(30)
    expect(promisesIn(await readAs('docx', docx))).toEqual(promised)
  })

  test.for(formats)('%s', async (format) => {
    const bytes = convertWithOffice(docx, 'docx', format, FILTERS[format])
    expect(promisesIn(await readAs(format, bytes))).toEqual(promised)
  })
})
