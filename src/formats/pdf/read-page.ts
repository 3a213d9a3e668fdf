import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Page, Rule, Run } from '#formats/layout/page.ts'
import { type Matrix, rulesOf, times } from './read-rules.ts'

/** Text pieces and ruled lines of one page, upright as it is looked at. */
export async function readPage(page: PDFPageProxy): Promise<Page> {
  const viewport = page.getViewport({ scale: 1 })
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersIn(viewport.transform)
  const upright: Matrix = [a, b, c, d, e, f]
  const content = await page.getTextContent({ disableNormalization: true })
  const runs = content.items.flatMap((item): Run[] => {
    if (!('str' in item)) return []
    const text = plain(item.str)
    if (text.trim() === '') return []
    const [width = 1, slant = 0, lean = 0, height = 1, left = 0, base = 0] = numbersIn(item.transform)
    const [across, up, , , x, y] = times(upright, [width, slant, lean, height, left, base])
    // slanted text is a watermark
    if (Math.abs(up) > 0.1 * Math.abs(across)) return []
    return [{ text, x, y, width: item.width, size: Math.abs(across) || item.height || 10 }]
  })
  return { width: viewport.width, height: viewport.height, runs, rules: runs.length === 0 ? [] : await readRules(page, upright) }
}

async function readRules(page: PDFPageProxy, upright: Matrix): Promise<Rule[]> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const rules: Rule[] = []
  const kept: Matrix[] = []
  let matrix = upright
  fnArray.forEach((operation, index) => {
    const values: unknown = argsArray[index]
    if (operation === OPS.save || operation === OPS.paintFormXObjectBegin) kept.push(matrix)
    if (operation === OPS.restore || operation === OPS.paintFormXObjectEnd) matrix = kept.pop() ?? matrix
    if (operation === OPS.transform) matrix = times(matrix, matrixFrom(values))
    if (operation === OPS.paintFormXObjectBegin && Array.isArray(values) && values[0]) matrix = times(matrix, matrixFrom(values[0]))
    if (operation === OPS.constructPath && Array.isArray(values) && values[0] !== OPS.endPath && Array.isArray(values[1]))
      rules.push(...rulesOf(numbersIn(values[1][0]), matrix))
  })
  return rules
}

function matrixFrom(values: unknown): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersIn(values)
  return [a, b, c, d, e, f]
}

function numbersIn(values: unknown): readonly number[] {
  const list: readonly unknown[] = values instanceof Float32Array ? [...values] : Array.isArray(values) ? values : []
  return list.map((value) => (typeof value === 'number' && Number.isFinite(value) ? value : 0))
}

/** Some fonts give the radical for the character that looks the same; no text holds NUL or half a pair. What is left free beside a figure is no space. */
function plain(text: string): string {
  return text
    .replaceAll(/[\u2e80-\u2fdf\ufb00-\ufb06]/g, (character) => character.normalize('NFKC'))
    .replaceAll(/[\p{Cc}\u2028\u2029]/gu, '')
    .replaceAll(/(?<=\p{Script=Han}) (?=[\dA-Za-z])|(?<=[\dA-Za-z%％]) (?=\p{Script=Han})/gu, '')
    .toWellFormed()
}
