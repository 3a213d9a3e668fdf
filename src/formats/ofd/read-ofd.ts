import type { SourceDocument } from '#core/document/document.ts'
import { FormatError } from '#formats/errors/format-error.ts'
import type { Page, Rule, Run } from '#formats/layout/page.ts'
import { lossesOf } from '#formats/layout/losses.ts'
import { readPages } from '#formats/layout/read-pages.ts'
import { parseXml } from '#formats/xml/parse-xml.ts'
import type { XmlNode } from '#formats/xml/xml-node.ts'
import type { Zip } from '#formats/zip/open-zip.ts'

/** Points in a millimetre. */
const POINTS = 72 / 25.4
const MOST_PAGES = 2_000
const MOST_GLYPHS = 20_000

/**
 * The text of an OFD file (GB/T 33190): of its first document, page by page, without templates, annotations and signatures.
 * @throws FormatError
 */
export function readOfd(zip: Zip): SourceDocument {
  const root = textOf(nodesIn(part(zip, 'ofd.xml'), 'DocRoot')[0])
  const main = resolve(root, '')
  const document = part(zip, main)
  const pages = nodesIn(document, 'Page').filter(({ attributes }) => attributes['BaseLoc'] !== undefined)
  if (pages.length > MOST_PAGES) throw new FormatError('too-complex', { limit: String(MOST_PAGES) })
  const box = textOf(nodesIn(document, 'PhysicalBox')[0])
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const read = pages.map(({ attributes }) => readPage(part(zip, resolve(attributes['BaseLoc'] ?? '', folder)), box))
  return { ...readPages(read), losses: lossesOf(read) }
}

function readPage(page: XmlNode, box: string): Page {
  const area = numbers(textOf(nodesIn(page, 'PhysicalBox')[0]) || box)
  return {
    width: (area[2] ?? 210) * POINTS,
    height: (area[3] ?? 297) * POINTS,
    runs: nodesIn(page, 'TextObject').flatMap(runsOf),
    rules: nodesIn(page, 'PathObject').flatMap(rulesOf),
  }
}

function runsOf(object: XmlNode): Run[] {
  const [left = 0, top = 0] = numbers(object.attributes['Boundary'])
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers(object.attributes['CTM'])
  // slanted text is a watermark
  if (Math.abs(b) > 0.1 * Math.abs(a)) return []
  const size = (numbers(object.attributes['Size'])[0] ?? 4) * (Math.abs(d) || 1)
  let [lastX, lastY] = [0, 0]
  return nodesIn(object, 'TextCode').flatMap((code) => {
    lastX = numbers(code.attributes['X'])[0] ?? lastX
    lastY = numbers(code.attributes['Y'])[0] ?? lastY
    const text = code.text.replaceAll(/[\p{Cc}\u2028\u2029]/gu, ' ').toWellFormed()
    const advance = deltas(code.attributes['DeltaX']).reduce((sum, step) => sum + step, 0)
    const width = (advance * Math.abs(a) + size) * POINTS
    const [x, y] = [left + a * lastX + c * lastY + e, top + b * lastX + d * lastY + f]
    return text.trim() === '' ? [] : [{ text, x: x * POINTS, y: y * POINTS, width, size: size * POINTS }]
  })
}

/** Level and upright lines: a path's box where it is thin, its sides where it is a rectangle. */
function rulesOf(object: XmlNode): Rule[] {
  const [left = 0, top = 0] = numbers(object.attributes['Boundary'])
  const data = textOf(nodesIn(object, 'AbbreviatedData')[0])
  const points = [...data.matchAll(/[SML]\s+(-?[\d.]+)\s+(-?[\d.]+)/g)].map(([, x, y]) => [left + Number(x), top + Number(y)] as const)
  return points.slice(1).flatMap(([x, y], index) => {
    const [fromX, fromY] = points[index] ?? [x, y]
    if (Math.abs(x - fromX) > 0.2 && Math.abs(y - fromY) > 0.2) return []
    const side = { x1: Math.min(x, fromX), x2: Math.max(x, fromX), y1: Math.min(y, fromY), y2: Math.max(y, fromY) }
    return [{ x1: side.x1 * POINTS, x2: side.x2 * POINTS, y1: side.y1 * POINTS, y2: side.y2 * POINTS }]
  })
}

/** The steps of DeltaX; `g n step` repeats one step n times. */
function deltas(value = ''): number[] {
  const words = value.trim().split(/\s+/)
  const steps: number[] = []
  for (let at = 0; at < words.length && steps.length < MOST_GLYPHS; at++) {
    const isRepeated = words[at] === 'g'
    const times = isRepeated ? Math.min(MOST_GLYPHS, Number(words[at + 1]) || 0) : 1
    const step = Number(words[isRepeated ? at + 2 : at]) || 0
    for (let count = 0; count < times; count++) steps.push(step)
    if (isRepeated) at += 2
  }
  return steps
}

function part(zip: Zip, path: string): XmlNode {
  const bytes = zip.read(path)
  if (bytes === undefined) throw new FormatError('damaged', { part: path })
  return parseXml(bytes, path)
}

/** Elements of that name anywhere below, whatever prefix the file gives them. */
function nodesIn(node: XmlNode, name: string): XmlNode[] {
  return node.children.flatMap((each) => [...(each.name.replace(/^.*:/, '') === name ? [each] : []), ...nodesIn(each, name)])
}

const textOf = (node: XmlNode | undefined): string => node?.text.trim() ?? ''

function numbers(value = ''): number[] {
  return value.trim() === ''
    ? []
    : value
        .trim()
        .split(/\s+/)
        .map(Number)
        .map((each) => (Number.isFinite(each) ? each : 0))
}

function resolve(target: string, folder: string): string {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/').toLowerCase()
}
