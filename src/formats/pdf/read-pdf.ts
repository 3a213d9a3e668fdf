import './stand-ins.ts'
import { fileURLToPath } from 'node:url'
import { getDocument, type PDFDocumentProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { SourceDocument } from '#core/document/document.ts'
import { FormatError } from '#formats/errors/format-error.ts'
import { lossesOf } from '#formats/layout/losses.ts'
import type { Page } from '#formats/layout/page.ts'
import { readPages } from '#formats/layout/read-pages.ts'
import { withoutLooseRejections } from './loose-rejections.ts'
import { readPage } from './read-page.ts'
import { refuseBombs } from './refuse-bombs.ts'

const MOST_PAGES = 2_000
const folder = (name: string): string => fileURLToPath(new URL(`../../${name}/`, import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')))

/**
 * The text of a PDF. Nothing outside the file is ever asked for, scripts and actions in it are not run, pictures are not unpacked.
 * @throws FormatError `encrypted`, `damaged`, `zip-bomb`, `too-complex`, `no-text`
 */
export async function readPdf(bytes: Uint8Array): Promise<SourceDocument> {
  refuseBombs(bytes)
  const pages = await withoutLooseRejections(async () => pagesIn(bytes))
  return { ...readPages(pages), losses: lossesOf(pages) }
}

async function pagesIn(bytes: Uint8Array): Promise<readonly Page[]> {
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
    maxImageSize: 1,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    return await pagesOf(await task.promise)
  } catch (error) {
    if (error instanceof FormatError) throw error
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    throw new FormatError(isLocked ? 'encrypted' : 'damaged', {}, error)
  } finally {
    await task.destroy()
  }
}

async function pagesOf(document: PDFDocumentProxy): Promise<readonly Page[]> {
  if (document.numPages > MOST_PAGES) throw new FormatError('too-complex', { limit: String(MOST_PAGES) })
  const pages: Page[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    pages.push(await readPage(page))
    page.cleanup()
  }
  return pages
}
