const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const STRICT = 'http://purl.oclc.org/ooxml/'

/** The prefix used inside for each namespace, transitional and strict (ISO/IEC 29500). */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  [WORD, 'w'],
  [`${STRICT}wordprocessingml/main`, 'w'],
  ['http://schemas.openxmlformats.org/spreadsheetml/2006/main', 's'],
  [`${STRICT}spreadsheetml/main`, 's'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  [`${STRICT}officeDocument/relationships`, 'r'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  [`${STRICT}officeDocument/math`, 'm'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['http://schemas.openxmlformats.org/package/2006/content-types', 'types'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
  ['', ''],
])

/** The name of an element or attribute with the prefix used inside. */
export function nameWithPrefix(uri: string, local: string): string {
  const prefix = PREFIXES.get(uri) ?? '?'
  return prefix === '' ? local : `${prefix}:${local}`
}
