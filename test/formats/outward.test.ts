import { createServer } from 'node:net'
import ExcelJS from 'exceljs'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { FormatError } from '#formats/errors/format-error.ts'
import { convertOld } from '#formats/office/convert-old.ts'
import { readAnyDocument } from '#formats/read-document.ts'
import { docxFiles, packDocx, paragraph } from './make-docx.ts'
import { ofdFiles } from './make-ofd.ts'
import { makePdf } from './make-pdf.ts'

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const entity = (place: string, root: string): string =>
  `<!DOCTYPE ${root} [<!ENTITY x SYSTEM "${place}/entity"><!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "${place}/parameter"> %p;]>`

/** A Word file whose pictures, template, chunk, fields and links lie elsewhere. */
function linkedDocx(place: string, doctype = ''): Uint8Array {
  const linked = ['image', 'attachedTemplate', 'aFChunk', 'hyperlink', 'oleObject', 'subDocument', 'frame']
    .map((type, at) => `<Relationship Id="x${at}" Type="${RELATIONS}/${type}" Target="${place}/${type}" TargetMode="External"/>`)
    .join('')
  const body = `${paragraph('每年不少于4次')}<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><a:blip xmlns:r="${RELATIONS}" r:link="x0"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>
    <w:altChunk xmlns:r="${RELATIONS}" r:id="x2"/><w:subDoc xmlns:r="${RELATIONS}" r:id="x5"/>
    <w:p><w:fldSimple w:instr=" INCLUDEPICTURE &quot;${place}/picture&quot; \\d "><w:r><w:t>图</w:t></w:r></w:fldSimple></w:p>
    <w:p><w:r><w:pict><v:shape><v:imagedata src="${place}/vml" xmlns:r="${RELATIONS}" r:href="x0"/></v:shape></w:pict></w:r></w:p>`
  const files = docxFiles({ body })
  const relations = 'word/_rels/document.xml.rels'
  return packDocx({
    ...files,
    [relations]: (files[relations] ?? '').replace('</Relationships>', `${linked}</Relationships>`),
    'word/document.xml': doctype + (files['word/document.xml'] ?? ''),
  })
}

function linkedHtml(place: string): string {
  return `<!DOCTYPE html><html><head><base href="${place}/"><link rel="stylesheet" href="a.css"><meta http-equiv="refresh" content="0;url=${place}/next"><script src="${place}/a.js"></script></head>
    <body background="${place}/b"><p>每年不少于4次<img src="${place}/i.png" srcset="${place}/2x 2x"></p><iframe src="${place}/f"></iframe><object data="${place}/o"></object><svg><image href="${place}/s"/><use href="${place}/u#x"/></svg><style>@import url(${place}/c)</style></body></html>`
}

function linkedOfd(place: string, doctype = ''): Uint8Array {
  const files = ofdFiles(['每年不少于4次'])
  const media = `<ofd:Res xmlns:ofd="http://www.ofdspec.org/2016" BaseLoc="${place}/"><ofd:MultiMedias><ofd:MultiMedia ID="900" Type="Image"><ofd:MediaFile>${place}/m.png</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias></ofd:Res>`
  const page = 'Doc_0/Pages/Page_0/Content.xml'
  const changed = (files[page] ?? '').replace(
    /<ofd:Layer[^>]*>/,
    (all) =>
      `${all}<ofd:ImageObject ID="901" ResourceID="900" Boundary="0 0 10 10"/><ofd:Action Event="DO"><ofd:URI URI="${place}/go"/></ofd:Action>`,
  )
  return packDocx({ ...files, 'Doc_0/PublicRes.xml': media, [page]: doctype + changed })
}

async function linkedXlsx(place: string): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('Sheet1')
  sheet.addRow(['问题', '措施'])
  sheet.addRow(['甲', { text: '每年不少于4次', hyperlink: `${place}/link` }])
  sheet.addRow(['乙', { formula: `WEBSERVICE("${place}/web")&'[1]Sheet1'!A1`, result: '每月1次' }])
  const files = unzipSync(new Uint8Array(await book.xlsx.writeBuffer()))
  return packDocx({
    ...files,
    'xl/externalLinks/externalLink1.xml': `<externalLink xmlns:r="${RELATIONS}"><externalBook r:id="r1"/></externalLink>`,
    'xl/externalLinks/_rels/externalLink1.xml.rels': `<Relationships><Relationship Id="r1" Type="${RELATIONS}/externalLinkPath" Target="${place}/book.xlsx" TargetMode="External"/></Relationships>`,
    'xl/connections.xml': `<connections><connection id="1" type="4" refreshOnLoad="1"><webPr url="${place}/query"/></connection></connections>`,
  })
}

function linkedPdf(place: string): Uint8Array {
  const file = `<</Type/Filespec/FS/URL/F(${place}/f)>>`
  return makePdf(
    [
      {
        marks: [{ text: '每年不少于4次', x: 100, y: 120 }, { raw: '/I Do' }],
        extra: '/Resources<</Font<</F 3 0 R>>/XObject<</I 100 0 R>>>>/AA<</O<</S/URI/URI(' + place + '/open)>>>>',
      },
    ],
    `/OpenAction<</S/SubmitForm/F ${file}>>/AcroForm<</XFA 101 0 R>>/AF[${file}]`,
    [
      `<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/F ${file}/Length 0>>\nstream\n\nendstream`,
      `<</F ${file}/Length 0>>\nstream\n\nendstream`,
    ],
  )
}

/** Files of every kind that point at a place in the network. */
async function linkedFiles(place: string): Promise<readonly (readonly [string, Uint8Array])[]> {
  return [
    ['a.docx', linkedDocx(place)],
    ['b.docx', linkedDocx(place, entity(place, 'w:document'))],
    ['a.html', utf8(linkedHtml(place))],
    ['b.html', utf8(`<?xml version="1.0"?>${entity(place, 'html')}<html><body><p>甲&x;&f;</p></body></html>`)],
    ['a.doc', utf8(linkedHtml(place))],
    ['a.md', utf8(`# 甲\n\n每年不少于4次 ![图](${place}/md.png)\n\n<img src="${place}/raw.png">\n`)],
    ['a.ofd', linkedOfd(place)],
    ['b.ofd', linkedOfd(place, entity(place, 'ofd:Page'))],
    ['a.xlsx', await linkedXlsx(place)],
    ['a.pdf', linkedPdf(place)],
    ['a.txt', utf8(`${entity(place, 'a')}\n每年不少于4次 ${place}/text`)],
  ]
}

test('nothing that a document points at is asked for, whatever its kind', async () => {
  const asked: string[] = []
  let now = ''
  const server = createServer((socket) => {
    asked.push(now)
    socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const place = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
  for (const [name, bytes] of await linkedFiles(place)) {
    now = name
    const outcome = await readAnyDocument(name, await convertOld(name, bytes)).catch((error: unknown) => error)
    const isKept = outcome instanceof FormatError ? outcome.code === 'doctype' : !JSON.stringify(outcome).includes('root:')
    expect([name, isKept]).toEqual([name, true])
  }
  // what would be asked for later is asked for by now
  await new Promise((resolve) => setTimeout(resolve, 500))
  now = 'heard'
  await fetch(place).catch(() => null)
  await new Promise((resolve) => server.close(resolve))
  expect(asked).toEqual(['heard'])
})
