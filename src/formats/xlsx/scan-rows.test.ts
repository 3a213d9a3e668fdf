import { strToU8, zipSync } from 'fflate'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { casesOf } from '#test/long.ts'
import { readTable } from './read-table.ts'
import { scanRows } from './scan-rows.ts'
import { scanStrings } from './scan-strings.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook with this data; `comment`: something that makes the full parser read it. */
function workbookOf(data: string, strings: string, comment = ''): Uint8Array {
  const parts = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="x" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${comment}${strings}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}" xmlns:x14ac="urn:x">${comment}<sheetData>${data}</sheetData></worksheet>`,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)])))
}

function outcomeOf(bytes: Uint8Array): unknown {
  try {
    return readTable('x.xlsx', bytes)
  } catch (error) {
    return String(error)
  }
}

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }).map((raw) => raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;')),
  fc.constantFrom('&#20013;', '&#x4e2d;', '&quot;&apos;', '&unknown;', '&', ']]>', 'a\r\nb', '&#0;', '=1+1', '1.10', '45000', ' '),
)
const cell = fc.oneof(
  fc.tuple(fc.constantFrom('', ' s="0"', ' s="3"'), text).map(([style, value]) => `<c r="B2"${style}><v>${value}</v></c>`),
  text.map((value) => `<c t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`),
  text.map((value) => `<c r="D4" t="str"><f>A1&gt;2</f><v>${value}</v></c>`),
  fc.constantFrom(
    '<c r="A1"/>',
    '<c r="C1" s="0" t="s"><v>0</v></c>',
    '<c t="s" r="E1"><v>1</v></c>',
    '<c r="A1" t="e"><v>#N/A</v></c>',
    '<c t="inlineStr"><is><r><t>张</t></r><r><t>三</t></r></is></c>',
    '<c r="F1"><v/></c>',
    '<c></c>',
    '<c r="A1"><v>1</v>',
    '<x/>',
    '<!-- x -->',
    '\n  ',
  ),
)
const row = fc.tuple(
  fc.constantFrom('', ' r="3"', ' r="7" spans="1:3" x14ac:dyDescent="0.2"', ' ht="18"', ' x15:y="1"'),
  fc.array(cell, { maxLength: 4 }),
)
const data = fc
  .array(
    row.map(([attributes, cells]) => `<row${attributes}>${cells.join('')}</row>`),
    { maxLength: 4 },
  )
  .map((rows) => rows.join(''))
const strings = fc.array(
  fc.oneof(
    text.map((value) => `<si><t>${value}</t></si>`),
    fc.constantFrom('<si><r><t>张</t></r><r><t>三</t></r></si>', '<si><t/></si>', '<si><t>字</t><rPh sb="0" eb="1"><t>zi</t></rPh></si>'),
  ),
  { maxLength: 3 },
)

test('the quick way reads what the full parser reads, and says what it says', () => {
  const quick = { rows: 0, strings: 0 }
  fc.assert(
    fc.property(data, strings, (rows, several) => {
      quick.rows += Number(scanRows(rows, new Set(['x14ac'])) !== null)
      quick.strings += Number(scanStrings(`<sst xmlns="${MAIN}">${several.join('')}</sst>`) !== null)
      const full = outcomeOf(workbookOf(rows, several.join(''), '<!-- by the full parser -->'))
      expect(outcomeOf(workbookOf(rows, several.join('')))).toEqual(full)
    }),
    { numRuns: casesOf(4000), seed: 11 },
  )
  expect(Math.min(quick.rows, quick.strings)).toBeGreaterThan(20)
})
