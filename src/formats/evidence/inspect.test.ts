import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { inspectEvidence } from './inspect.ts'
import { box, exifBlock, jpegOf, peekOf, photo, PLAIN_JPEG, POSITION } from './shot.fixture.ts'
import type { Wipe } from './peek.ts'

const zip = (...names: string[]) => Buffer.from(zipSync(Object.fromEntries(names.map((name) => [name, Buffer.from('x')]))))
const latin = (text: string) => Buffer.from(text, 'latin1')
const ole = (stream: string) => {
  const file = Buffer.alloc(512 + 128 * 4)
  latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1').copy(file)
  const name = Buffer.from(`${stream}\0`, 'utf16le')
  name.copy(file, 640)
  file.writeUInt16LE(name.length, 640 + 64)
  return file
}

test.for<[string, Buffer, string]>([
  ['a photo', PLAIN_JPEG, 'jpeg'],
  ['a picture', latin('\x89PNG\r\n\x1a\n\0\0\0\0'), 'png'],
  ['a photo of a phone', box('ftyp', latin('heic\0\0\0\0mif1heic')), 'heic'],
  ['the same, named by its container', box('ftyp', latin('mif1\0\0\0\0mif1heic')), 'heic'],
  ['a film', box('ftyp', latin('isom\0\0\0\0')), 'mp4'],
  ['a film of a phone', box('ftyp', latin('qt  \0\0\0\0')), 'mov'],
  ['speech', box('ftyp', latin('M4A \0\0\0\0')), 'm4a'],
  ['sound', latin('RIFF\0\0\0\0WAVEfmt '), 'wav'],
  ['music with a head', latin('ID3\x04\0'), 'mp3'],
  ['music without', Buffer.from('fffb9064', 'hex'), 'mp3'],
  ['PDF', latin('%PDF-1.7\n'), 'pdf'],
  ['OFD', zip('OFD.xml', 'Doc_0/Document.xml'), 'ofd'],
  ['a document', zip('[Content_Types].xml', 'word/document.xml'), 'docx'],
  ['a workbook', zip('[Content_Types].xml', 'xl/workbook.xml'), 'xlsx'],
  ['slides', zip('[Content_Types].xml', 'ppt/presentation.xml'), 'pptx'],
  ['an archive', zip('a.txt'), 'zip'],
  ['a document of old', ole('WordDocument'), 'doc'],
  ['a workbook of old', ole('Workbook'), 'xls'],
  ['slides of old', ole('PowerPoint Document'), 'ppt'],
  ['words', Buffer.from('会议记录：学习贯彻……'), 'text'],
  ['words of GB 18030', Buffer.from('bbe1d2e9bcc7c2bc', 'hex'), 'text'],
  ['a table of commas', Buffer.from('姓名,次数\n甲,=1+1\n'), 'text'],
])('%s is taken by its bytes', async ([, bytes, kind]) => {
  expect(await inspectEvidence(peekOf(bytes))).toMatchObject({ isTaken: true, kind })
})

test.for<[string, Buffer, string]>([
  ['a program', Buffer.from('7f454c4602010100', 'hex'), 'program'],
  ['a page', latin('<!doctype html><script>'), 'html'],
  ['a drawing with a script in it', latin('<svg onload="alert(1)">'), 'unknown'],
  ['a script', latin('#!/bin/sh\nrm -rf /'), 'unknown'],
  ['a document with programs in it', zip('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'), 'macros'],
  ['another archive', latin('Rar!\x1a\x07\x01'), 'archive'],
  ['half an archive', zip('a.txt').subarray(0, 20), 'damaged'],
  ['a document with a password', ole('EncryptedPackage'), 'encrypted'],
  ['a moving picture', latin('GIF89a'), 'image'],
  ['noise', Buffer.from('0001020304050607', 'hex'), 'unknown'],
])('%s is refused', async ([, bytes, found]) => {
  expect(await inspectEvidence(peekOf(bytes))).toEqual({ isTaken: false, found })
})

const POINT = latin('+31.2297+121.4831/')
const exifItem = (block: Buffer, at: number) => {
  const place = Buffer.alloc(24)
  place.writeUInt16BE(0x44_00, 4)
  place.writeUInt16BE(1, 6)
  place.writeUInt16BE(7, 8)
  place.writeUInt16BE(1, 12)
  place.writeUInt32BE(at, 14)
  place.writeUInt32BE(block.length + 4, 18)
  const entry = box('infe', Buffer.from([2, 0, 0, 0, 0, 7, 0, 0]), latin('Exif\0'))
  return box('meta', Buffer.alloc(4), box('iinf', Buffer.from([0, 0, 0, 0, 0, 1]), entry), box('iloc', place.subarray(0, 22)))
}
function heic(): Buffer {
  const head = box('ftyp', latin('heic\0\0\0\0mif1heic'))
  const block = exifBlock()
  const at = head.length + exifItem(block, 0).length + 8
  return Buffer.concat([head, exifItem(block, at), box('mdat', Buffer.alloc(4), block)])
}
function png(): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(exifBlock().length)
  head.write('eXIf', 4)
  return Buffer.concat([latin('\x89PNG\r\n\x1a\n'), head, exifBlock(), Buffer.alloc(4)])
}
const user = box('moov', box('udta', box('\xa9xyz', POINT)))
const key = box('mdta', latin('com.apple.quicktime.location.ISO6709'))
const value = Buffer.from('00000001', 'hex').toString('latin1')
const keyed = box(
  'moov',
  box('meta', box('keys', Buffer.from([0, 0, 0, 0, 0, 0, 0, 1]), key), box('ilst', box(value, box('data', Buffer.alloc(8), POINT)))),
)
const XMP = '<rdf exif:GPSLatitude="31,13.78N" exif:GPSLongitude="121,28.98E"/><exif:GPSAltitude>4/1</exif:GPSAltitude>'
const coordinates = (isLittle: boolean) =>
  POSITION.map((number) =>
    Buffer.from(`${isLittle ? '' : '000000'}${number.toString(16).padStart(2, '0')}${isLittle ? '000000' : ''}`, 'hex'),
  )

describe('of a photo only the day is read; where it was taken is not kept', () => {
  test.for<[string, Buffer, string | null, readonly Buffer[]]>([
    ['JPEG', photo(), '2026-02-11', coordinates(true)],
    ['JPEG of the other byte order', photo({ isLittle: false }), '2026-02-11', coordinates(false)],
    ['HEIC', heic(), '2026-02-11', coordinates(true)],
    ['PNG', png(), '2026-02-11', coordinates(true)],
    ['XMP', jpegOf(latin(`http://ns.adobe.com/xap/1.0/\0${XMP}`)), null, [latin('31,13.78N'), latin('121,28.98E'), latin('>4/1<')]],
    ['film', Buffer.concat([box('ftyp', latin('isom\0\0\0\0')), user]), null, [POINT]],
    ['film of a phone', Buffer.concat([box('ftyp', latin('qt  \0\0\0\0')), keyed]), null, [POINT]],
  ])('%s', async ([, bytes, takenOn, traces]) => {
    for (const trace of traces) expect(bytes.includes(trace)).toBe(true)
    const inspected = await inspectEvidence(peekOf(bytes))
    if (!inspected.isTaken) throw new Error(inspected.found)
    expect(inspected.takenOn).toBe(takenOn)
    const kept = wiped(bytes, inspected.wipes)
    for (const trace of traces) expect(kept.includes(trace)).toBe(false)
    expect(kept.length).toBe(bytes.length)
    expect(await inspectEvidence(peekOf(kept))).toMatchObject({ isTaken: true, kind: inspected.kind, takenOn })
  })

  test('nothing is changed of what says nothing of a place', async () => {
    for (const bytes of [PLAIN_JPEG, photo({ isPlaced: false })]) expect(await inspectEvidence(peekOf(bytes))).toMatchObject({ wipes: [] })
  })

  test.for(['0000:00:00 00:00:00', '2026:02:30 09:00:00', '    :  :     :  :  ', '1'])('%s is no day', async (takenOn) => {
    expect(await inspectEvidence(peekOf(photo({ takenOn })))).toMatchObject({ isTaken: true, takenOn: null })
  })
})

function wiped(bytes: Buffer, wipes: readonly Wipe[]): Buffer {
  const copy = Buffer.from(bytes)
  for (const wipe of wipes) copy.set(wipe.bytes, wipe.offset)
  return copy
}

test('whatever the bytes are, there is an answer, and wipes stay inside', async () => {
  const real = [
    photo(),
    heic(),
    png(),
    Buffer.concat([box('ftyp', latin('isom\0\0\0\0')), user, keyed]),
    ole('Workbook'),
    deflateRawSync('x'),
    zip('a'),
  ]
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...real),
      fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 6 }),
      async (bytes, noise) => {
        const broken = Buffer.from(bytes)
        for (const [at, byte] of noise) broken[at % broken.length] = byte
        const inspected = await inspectEvidence(peekOf(broken))
        for (const { offset, bytes: by } of inspected.isTaken ? inspected.wipes : [])
          expect(offset + by.length).toBeLessThanOrEqual(broken.length)
      },
    ),
    { numRuns: 3000, seed: 7 },
  )
})
