import { fileURLToPath } from 'node:url'
import { getDocument, OPS, VerbosityLevel, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { SourceDocument } from '#core/document/document.ts'
import { FormatError } from '#formats/errors/format-error.ts'
import type { Page, Rule, Run } from '#formats/layout/page.ts'
import { readPages } from '#formats/layout/read-pages.ts'
import { rulesOf, times } from './read-rules.ts'

const MOST_PAGES = 2_000
const folder = (name: string): string => fileURLToPath(new URL(`../../${name}/`, import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')))

/**
 * The text of a PDF. Nothing outside the file is ever asked for; scripts in it are not run.
 * @throws FormatError `encrypted`, `damaged`, `too-complex`, `no-text`
 */
export async function readPdf(bytes: Uint8Array): Promise<SourceDocument> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    useWasm: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    const document = await task.promise
    if (document.numPages > MOST_PAGES) throw new FormatError('too-complex', { limit: String(MOST_PAGES) })
    const pages: Page[] = []
    const unread: number[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const read = await readPage(page)
      if (read.runs.length === 0) unread.push(number)
      pages.push(read)
      page.cleanup()
    }
    const read = readPages(pages)
    return unread.length === 0 ? read : { ...read, pagesWithoutText: unread }
  } catch (error) {
    if (error instanceof FormatError) throw error
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    throw new FormatError(isLocked ? 'encrypted' : 'damaged', {}, error)
  } finally {
    await task.destroy()
  }
}

async function readPage(page: PDFPageProxy): Promise<Page> {
  const { height } = page.getViewport({ scale: 1, rotation: 0 })
  const bottom = page.view[1] ?? 0
  const content = await page.getTextContent({ disableNormalization: true })
  const runs = content.items.flatMap((item): Run[] => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [a, b, , , x, y]: readonly number[] = item.transform
    // slanted text is a watermark
    if (Math.abs(b ?? 0) > 0.1 * Math.abs(a ?? 0)) return []
    return [{ text: plain(item.str), x: x ?? 0, y: height + bottom - (y ?? 0), width: item.width, size: Math.abs(a ?? item.height) || 10 }]
  })
  return { height, runs, rules: runs.length === 0 ? [] : await readRules(page, height + bottom) }
}

async function readRules(page: PDFPageProxy, height: number): Promise<Rule[]> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const rules: Rule[] = []
  const kept: Parameters<typeof times>[0][] = []
  let matrix: Parameters<typeof times>[0] = [1, 0, 0, 1, 0, 0]
  fnArray.forEach((operation, index) => {
    const values = argsArray[index]
    if (operation === OPS.save || operation === OPS.paintFormXObjectBegin) kept.push(matrix)
    if (operation === OPS.restore || operation === OPS.paintFormXObjectEnd) matrix = kept.pop() ?? matrix
    if (operation === OPS.transform) matrix = times(matrix, values)
    if (operation === OPS.paintFormXObjectBegin && values?.[0]) matrix = times(matrix, values[0])
    if (operation === OPS.constructPath && values[0] !== OPS.endPath && values[1]?.[0]) rules.push(...rulesOf(values[1][0], matrix, height))
  })
  return rules
}

/** Some fonts give the radical for the character that looks the same; no text holds NUL or half a pair. */
function plain(text: string): string {
  return text
    .replaceAll(/[\u2e80-\u2fdf\ufb00-\ufb06]/g, (character) => character.normalize('NFKC'))
    .replaceAll(/[\p{Cc}\u2028\u2029]/gu, '')
    .toWellFormed()
}
