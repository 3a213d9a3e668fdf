import { SaxesParser, type SaxesTagNS } from 'saxes'
import { FormatError } from '#formats/errors/format-error.ts'
import { nameWithPrefix } from './namespaces.ts'
import type { XmlNode } from './xml-node.ts'

/** Bounds of one XML part. */
export const XML_LIMITS = { depth: 256, elements: 1_000_000 } as const

interface Open extends XmlNode {
  readonly children: Open[]
  text: string
}

/** The namespace of namespace declarations. */
const XMLNS = 'http://www.w3.org/2000/xmlns/'

const CHUNK = 1 << 16

/**
 * Parses one XML part. Subtrees of elements named in `ignored` are checked like the rest but not kept.
 * @param part path in the archive, for errors
 * @throws FormatError `damaged` (with line), `doctype`, `too-deep`, `too-complex`
 */
export function parseXml(bytes: Uint8Array, part: string, ignored: ReadonlySet<string> = new Set()): XmlNode {
  const parser = new SaxesParser<{ xmlns: true }>({ xmlns: true })
  const fail = (code: 'damaged' | 'doctype' | 'too-deep' | 'too-complex', cause?: unknown): never => {
    throw new FormatError(code, { part, line: parser.line }, cause)
  }
  let root: XmlNode | undefined
  const open: Open[] = []
  let depth = 0
  let elements = 0
  // Depth at which the outermost ignored element was opened.
  let ignoredFrom = Infinity
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^(utf-?8|utf-?16|us-ascii)$/i.test(encoding)) fail('damaged')
  })
  parser.on('doctype', () => fail('doctype'))
  parser.on('error', (error) => fail('damaged', error))
  parser.on('opentag', (tag) => {
    depth++
    if (depth > XML_LIMITS.depth) fail('too-deep')
    if (++elements > XML_LIMITS.elements) fail('too-complex')
    if (depth > ignoredFrom) return
    const name = nameWithPrefix(tag.uri, tag.local)
    if (ignored.has(name)) {
      ignoredFrom = depth
      return
    }
    const node: Open = { name, attributes: attributesOf(tag), children: [], text: '' }
    open.at(-1)?.children.push(node)
    open.push(node)
    root ??= node
  })
  parser.on('closetag', () => {
    if (depth === ignoredFrom) ignoredFrom = Infinity
    else if (depth < ignoredFrom) open.pop()
    depth--
  })
  const addText = (text: string): void => {
    const node = open.at(-1)
    if (node !== undefined && depth < ignoredFrom && node.children.length === 0) node.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  for (const text of decodeChunks(bytes, part)) parser.write(text)
  parser.close()
  return root ?? fail('damaged')
}

/** Parts are UTF-8 or UTF-16 (ISO/IEC 29500-2 8.1.4), decoded piece by piece so that a large part is never held twice. */
function* decodeChunks(bytes: Uint8Array, part: string): Generator<string> {
  const marks = `${bytes[0]} ${bytes[1]}`
  const decoder = new TextDecoder(marks === '255 254' ? 'utf-16le' : marks === '254 255' ? 'utf-16be' : 'utf-8', { fatal: true })
  try {
    for (let offset = 0; offset < bytes.length; offset += CHUNK) {
      yield decoder.decode(bytes.subarray(offset, offset + CHUNK), { stream: offset + CHUNK < bytes.length })
    }
  } catch (error) {
    throw error instanceof TypeError ? new FormatError('damaged', { part }, error) : error
  }
}

function attributesOf(tag: SaxesTagNS): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const { uri, local, value } of Object.values(tag.attributes)) {
    if (uri !== XMLNS) attributes[nameWithPrefix(uri, local)] = value
  }
  return attributes
}
