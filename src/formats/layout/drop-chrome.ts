import type { TextLine } from './lines.ts'

const PAGE_NUMBER = /^(?:[-—–－·\s]*\d{1,4}[-—–－·\s]*|第\s*\d+\s*页.*|\d+\s*\/\s*\d+)$/u

/** Page numbers, and headers and footers that stand on at least half of the pages (two at least), taken out of the lines of each page. */
export function dropChrome(pages: readonly { readonly lines: readonly TextLine[]; readonly height: number }[]): TextLine[][] {
  const keyOf = (line: TextLine): string => `${Math.round(line.y / 4)} ${line.text.replaceAll(/\d+/g, '#')}`
  const isOuter = (line: TextLine, height: number): boolean => line.y < height * 0.11 || line.y > height * 0.89
  const counts = new Map<string, number>()
  for (const { lines, height } of pages)
    for (const line of lines) if (isOuter(line, height)) counts.set(keyOf(line), (counts.get(keyOf(line)) ?? 0) + 1)
  const often = Math.max(2, pages.length / 2)
  return pages.map(({ lines, height }) =>
    lines.filter((line) => !isOuter(line, height) || !(PAGE_NUMBER.test(line.text) || (counts.get(keyOf(line)) ?? 0) >= often)),
  )
}
