const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * Character data as it stands between two tags, without the tags: references replaced, line ends as XML has them (XML 1.0, 2.11, 4.1). Null where a full parser
 * must judge it: an unknown reference, `]]>`, or a character that XML forbids.
 */
export function plainText(raw: string): string | null {
  if (!/[&\r\]]|[^\t\n\u0020-\ud7ff\ue000-\ufffd]/.test(raw)) return raw
  if (raw.includes(']]>') || !raw.isWellFormed() || /[^\t\n\r\u0020-\ufffd]/.test(raw)) return null
  let isKnown = true
  const text = raw
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/&(#x[0-9A-Fa-f]{1,6}|#\d{1,7}|\w+)?(;)?/g, (whole, name: string | undefined, end) => {
      const character = name === undefined || end === undefined ? undefined : characterOf(name)
      isKnown &&= character !== undefined
      return character ?? whole
    })
  return isKnown ? text : null
}

function characterOf(name: string): string | undefined {
  if (!name.startsWith('#')) return NAMED[name]
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  const isAllowed = code === 9 || code === 10 || code === 13 || (code >= 0x20 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd)
  return isAllowed || (code >= 0x10000 && code <= 0x10ffff) ? String.fromCodePoint(code) : undefined
}
