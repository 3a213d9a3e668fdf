import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { FormatError } from '#formats/errors/format-error.ts'
import { convertOld } from '#formats/office/convert-old.ts'
import { readAnyDocument, readDocument } from '#formats/read-document.ts'
import { casesOf } from '#test/long.ts'
import { checkDocument } from './check-document.ts'
import { DOC_DAMAGE, OLD_DOC } from './damage-others.ts'
import { packDocx, showBlocks } from './make-docx.ts'
import { convertWithOffice, hasOffice } from './office.ts'
import { randomFrom } from './random.ts'

const SEED = Number(process.env['XIAOHAO_SEED'] ?? Date.now() % 1_000_000)
const OUTCOME = /^(read|wrong-type|encrypted|damaged|no-text|timeout|zip-bomb)$/
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const WORDS = [
  '整改方案',
  '总体目标',
  '每年学习不少于4次，完成率达到100%。',
  '第一行',
  '第二行',
  'row4: 序号 | 问题 | 措施',
  'row4: 1 |  | 每月1次',
  '3月底前',
  '落款',
]

/** What makes LibreOffice write a PDF that asks for a password. */
const LOCKING =
  'pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"x"}}'

test('without LibreOffice the words of an old Word file are read, and what is lost is said', async () => {
  const document = readDocument('a.doc', await convertOld('a.doc', OLD_DOC, undefined, null))
  checkDocument(document)
  expect(showBlocks(document)).toEqual(WORDS)
  expect(document.losses).toEqual([{ code: 'numbers-lost', params: {} }])
})

test('without LibreOffice other old files are refused with what to do', async () => {
  await expect(convertOld('a.rtf', utf8('{\\rtf1 x}'), undefined, null)).rejects.toThrow(
    expect.objectContaining({ code: 'needs-office', params: { file: 'a.rtf' } }),
  )
})

test('other files stay as they are', async () => {
  for (const [name, bytes] of [
    ['a.docx', OLD_DOC],
    ['a.txt', utf8('甲')],
    ['a.doc', utf8('<html>甲')],
  ] as const)
    expect(await convertOld(name, bytes)).toBe(bytes)
})

describe.skipIf(!hasOffice)('through LibreOffice', () => {
  const own = mkdtempSync(join(tmpdir(), 'xiaohao-old-'))
  const before = process.env['TMPDIR']
  beforeAll(() => {
    process.env['TMPDIR'] = own
  })
  // nothing is left behind, whatever the test was
  afterEach(() => {
    const left = readdirSync(own)
    if (left.length > 0) throw new Error(`left behind: ${left.join(', ')}`)
  })
  afterAll(() => {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
    rmSync(own, { recursive: true })
  })

  test('an old Word file keeps its automatic numbers', async () => {
    const document = readDocument('a.doc', await convertOld('a.doc', OLD_DOC))
    expect(showBlocks(document).slice(0, 3)).toEqual(['整改方案', '一、总体目标', '每年学习不少于4次，完成率达到100%。'])
    expect(document.losses).toBeUndefined()
  })

  test('a file with a password is refused as such', async () => {
    const locked = convertWithOffice(OLD_DOC, 'doc', 'pdf', LOCKING)
    await expect(readAnyDocument('a.pdf', locked)).rejects.toThrow(
      expect.objectContaining({ code: 'encrypted', params: { file: 'a.pdf' } }),
    )
  })

  test('a caller who gives up is heard, and nothing goes on running', async () => {
    const caller = new AbortController()
    setTimeout(() => caller.abort(), 300)
    await expect(convertOld('a.doc', OLD_DOC, caller.signal)).rejects.toThrow(expect.objectContaining({ code: 'aborted' }))
  })

  test(`${casesOf(50)} damaged old files, seed ${SEED}`, async () => {
    const outcomes = new Map<string, number>()
    for (let index = 0; index < casesOf(50); index++) {
      const random = randomFrom(SEED + index)
      const outcome = await outcomeOf(random.pick(DOC_DAMAGE)(random))
      expect(outcome, `file of seed ${SEED + index}`).toMatch(OUTCOME)
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    }
    console.log(`through LibreOffice: ${[...outcomes].map(([outcome, count]) => `${outcome} ${count}`).join(', ')}`)
  }, 900_000)

  test('nothing that a file refers to is asked for', async () => {
    const asked: string[] = []
    const server = createServer(({ url }, response) => {
      asked.push(url ?? '')
      response.end('x')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    for (const [name, bytes] of linkedFiles(`http://127.0.0.1:${port}`)) checkDocument(readDocument(name, await convertOld(name, bytes)))
    await new Promise((resolve) => server.close(resolve))
    expect(asked).toEqual([])
  })
})

/** Files of several kinds that point at a place in the network. */
function linkedFiles(place: string): (readonly [string, Uint8Array])[] {
  const rtf = `{\\rtf1 {\\field{\\*\\fldinst INCLUDEPICTURE "${place}/rtf.png" \\\\d}{\\fldrslt x}}{\\field{\\*\\fldinst INCLUDETEXT "${place}/text.rtf"}{\\fldrslt y}} text\\par}`
  const odt = unzipSync(convertWithOffice(OLD_DOC, 'doc', 'odt', 'odt'))
  const content = Buffer.from(odt['content.xml'] ?? []).toString('utf8')
  const links = `<text:section text:name="s" xmlns:xlink="http://www.w3.org/1999/xlink"><text:section-source xlink:href="${place}/section.odt" xlink:type="simple"/><text:p>甲</text:p></text:section><text:p><draw:frame draw:name="i" text:anchor-type="as-char" svg:width="1cm" svg:height="1cm"><draw:image xlink:href="${place}/image.png" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p>`
  const linked = packDocx({ ...odt, 'content.xml': content.replace('</office:text>', `${links}</office:text>`) })
  return [
    ['a.rtf', utf8(rtf)],
    ['a.odt', linked],
  ]
}

async function outcomeOf(bytes: Uint8Array): Promise<string> {
  try {
    checkDocument(readDocument('a.doc', await convertOld('a.doc', bytes)))
    return 'read'
  } catch (error) {
    return error instanceof FormatError ? error.code : `thrown: ${error instanceof Error ? error.stack : String(error)}`
  }
}
