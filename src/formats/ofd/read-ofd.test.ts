import { expect, test } from 'vitest'
import { readDocument } from '#formats/read-document.ts'
import { checkDocument } from '#test/formats/check-document.ts'
import { packDocx, showBlocks } from '#test/formats/make-docx.ts'
import { ofdFiles } from '#test/formats/make-ofd.ts'

const FILES = ofdFiles(['整改方案'])
const PAGE = 'Doc_0/Pages/Page_0/Content.xml'

function shown(change: (files: Record<string, string>) => void): string[] {
  const files = { ...FILES }
  change(files)
  const document = readDocument('方案.ofd', packDocx(files))
  checkDocument(document)
  return showBlocks(document)
}

const onPage = (objects: string) => (files: Record<string, string>) => {
  files[PAGE] = (files[PAGE] ?? '').replace('</ofd:Layer>', `${objects}</ofd:Layer>`)
}
const text = (x: number, y: number, codes: string, more = ''): string =>
  `<ofd:TextObject Boundary="${x} ${y} 100 8" Size="5" ${more}>${codes}</ofd:TextObject>`

test.for([
  [
    'pieces of a line in any order',
    text(60, 80, '<ofd:TextCode X="0" Y="5">四次</ofd:TextCode>') +
      text(40, 80, '<ofd:TextCode X="0" Y="5" DeltaX="5 5 5">每年不少</ofd:TextCode>'),
    ['整改方案', '每年不少四次'],
  ],
  [
    'several codes of one object, the second where the first says',
    text(40, 80, '<ofd:TextCode X="0" Y="5" DeltaX="g 1 5">每年</ofd:TextCode><ofd:TextCode X="10">四次</ofd:TextCode>'),
    ['整改方案', '每年四次'],
  ],
  [
    'slanted words are a watermark',
    text(40, 80, '<ofd:TextCode X="0" Y="5">征求意见稿</ofd:TextCode>', 'CTM="0.7 0.7 -0.7 0.7 0 0"'),
    ['整改方案'],
  ],
  [
    'a step that repeats without end',
    text(40, 80, '<ofd:TextCode X="0" Y="5" DeltaX="g 999999999 5 g 999999999 5">每年</ofd:TextCode>'),
    ['整改方案', '每年'],
  ],
] as const)('%s', ([, objects, blocks]) => {
  expect(shown(onPage(objects))).toEqual(blocks)
})

test('the prefix of the file does not matter', () => {
  expect(
    shown((files) =>
      Object.keys(files).forEach((path) => (files[path] = (files[path] ?? '').replaceAll('ofd:', 'o:').replaceAll(':ofd', ':o'))),
    ),
  ).toEqual(['整改方案'])
})

test('pages without text are named', () => {
  const files = { ...ofdFiles(Array.from({ length: 40 }, (_, index) => `第${index}行`)) }
  files[PAGE] = (files[PAGE] ?? '').replaceAll(/<ofd:TextObject.*<\/ofd:TextObject>/g, '')
  expect(readDocument('方案.ofd', packDocx(files)).losses).toEqual([{ code: 'pages-without-text', params: { pages: '1' } }])
})

test.for([
  ['a page that is not there', PAGE, undefined, 'damaged'],
  ['a page outside the file', 'Doc_0/Document.xml', '<Document><Page BaseLoc="../../../etc/passwd"/></Document>', 'damaged'],
  ['a declaration', PAGE, '<!DOCTYPE a><a/>', 'doctype'],
  ['no text', PAGE, '<Page/>', 'no-text'],
] as const)('refuses %s', ([, path, content, code]) => {
  expect(() =>
    shown((files) => {
      if (content === undefined) delete files[path]
      else files[path] = content
    }),
  ).toThrow(expect.objectContaining({ code }))
})
