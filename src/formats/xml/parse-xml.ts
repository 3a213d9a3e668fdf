import { SaxesParser, type SaxesTagNS } from 'saxes'
import { FormatError } from '#formats/errors/format-error.ts'
import { nameWithPrefix } from './namespaces.ts'
import type { XmlNode } from './xml-node.ts'

/** Bounds of one XML part. */
export const XML_LIMITS = { depth: 256, elements: 2_000_000 } as const

interface Open extends XmlNode {
  readonly children: Open[]
  text: string
}

type Decoder = InstanceType<typeof TextDecoder>

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
  const decoder = decoderFor(bytes)
  for (let offset = 0; offset < bytes.length; offset += CHUNK) {
    parser.write(decodeChunk(decoder, bytes.subarray(offset, offset + CHUNK), offset + CHUNK < bytes.length, fail))
  }
  parser.close()
  return root ?? fail('damaged')
}

function decoderFor(bytes: Uint8Array): Decoder {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le', { fatal: true })
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be', { fatal: true })
  return new TextDecoder('utf-8', { fatal: true })
}

function decodeChunk(decoder: Decoder, bytes: Uint8Array, stream: boolean, fail: (code: 'damaged', cause: unknown) => never): string {
  try {
    return decoder.decode(bytes, { stream })
  } catch (error) {
    return fail('damaged', error)
  }
}

function attributesOf(tag: SaxesTagNS): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const { uri, local, value, prefix } of Object.values(tag.attributes)) {
    if (prefix !== 'xmlns') attributes[nameWithPrefix(uri, local)] = value
  }
  return attributes
}
