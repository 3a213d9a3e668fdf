import { expect, test } from 'vitest'
import { parseXml, XML_LIMITS } from './parse-xml.ts'
import type { XmlNode } from './xml-node.ts'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main'
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16 = (text: string): Uint8Array => Buffer.from(`\uFEFF${text}`, 'utf16le')

/** A tree as `name[attributes](children)text`. */
function show(node: XmlNode): string {
  const attributes = Object.entries(node.attributes).map(([name, value]) => `${name}=${value}`)
  return `${node.name}${attributes.length > 0 ? `[${attributes.join(' ')}]` : ''}${node.children.length > 0 ? `(${node.children.map(show).join(' ')})` : ''}${node.text}`
}

test.for([
  ['the usual prefix', utf8(`<w:p xmlns:w="${W}"><w:t w:val="1">甲&amp;&#20057;</w:t></w:p>`), 'w:p(w:t[w:val=1]甲&乙)'],
  ['another prefix, strict', utf8(`<x:p xmlns:x="${STRICT}"><x:t x:val="1"/></x:p>`), 'w:p(w:t[w:val=1])'],
  ['no prefix', utf8(`<p xmlns="${W}"><t/></p>`), 'w:p(w:t)'],
  ['unknown names', utf8('<a:p xmlns:a="urn:x"><b c="d"/></a:p>'), '?:p(b[c=d])'],
  ['CDATA and comments', utf8('<p><![CDATA[<甲>]]><!-- x --><?y z?>乙</p>'), 'p<甲>乙'],
  ['UTF-16', utf16('<?xml version="1.0" encoding="UTF-16"?><p>甲</p>'), 'p甲'],
  ['ignored elements', utf8('<p><skip><p>甲</p></skip><q>乙</q><skip/></p>'), 'p(q乙)'],
  ['a very long attribute', utf8(`<p a="${'x'.repeat(1_000_000)}"/>`), `p[a=${'x'.repeat(1_000_000)}]`],
] as const)('parses %s', ([, bytes, tree]) => {
  expect(show(parseXml(bytes, 'part.xml', new Set(['skip'])))).toBe(tree)
})

test.for([
  ['DOCTYPE', utf8('<!DOCTYPE p [<!ENTITY a "b">]><p>&a;</p>'), 'doctype', 1],
  ['unknown entities', utf8('<p>\n&a;</p>'), 'damaged', 2],
  ['open elements', utf8('<p>\n<q>'), 'damaged', 2],
  ['crossed elements', utf8('<p><q></p></q>'), 'damaged', 1],
  ['a second root', utf8('<p/><q/>'), 'damaged', 1],
  ['unbound prefixes', utf8('<w:p/>'), 'damaged', 1],
  ['an attribute twice', utf8('<p a="1" a="2"/>'), 'damaged', 1],
  ['NUL', utf8('<p>\0</p>'), 'damaged', 1],
  ['bytes that are not UTF-8', Uint8Array.from([...utf8('<p>\n'), 0xff, ...utf8('</p>')]), 'damaged', undefined],
  ['another declared encoding', utf8('<?xml version="1.0" encoding="GBK"?><p/>'), 'damaged', 1],
  ['nothing', utf8(''), 'damaged', 1],
  ['text', utf8('整改'), 'damaged', 1],
  ['depth', utf8('<p>'.repeat(XML_LIMITS.depth + 1)), 'too-deep', 1],
  ['size', utf8(`<p>${'<q/>'.repeat(XML_LIMITS.elements)}</p>`), 'too-complex', 1],
] as const)('refuses %s', ([, bytes, code, line]) => {
  expect(() => parseXml(bytes, 'part.xml', new Set(['q']))).toThrow(
    expect.objectContaining({ code, params: line === undefined ? { part: 'part.xml' } : { part: 'part.xml', line } }),
  )
})
