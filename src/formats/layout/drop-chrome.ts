import type { TextLine } from './lines.ts'
import type { Page } from './page.ts'

const PAGE_NUMBER = /^(?:[-—–－·\s]*\d{1,4}[-—–－·\s]*|第\s*\d+\s*页.*|\d+\s*\/\s*\d+)$/u

interface PageLines {
  readonly lines: readonly TextLine[]
  readonly height: number
}

/** Page numbers, and headers and footers that stand on two in five pages (two at least; they may differ on left and right ones), taken out of the lines of each page. */
export function dropChrome(pages: readonly PageLines[]): TextLine[][] {
  const counts = new Map<string, number>()
  for (const { lines, height } of pages)
    for (const line of lines) if (isOuter(line, height)) counts.set(keyOf(line), (counts.get(keyOf(line)) ?? 0) + 1)
  const often = Math.max(2, pages.length * 0.4)
  return pages.map(({ lines, height }) =>
    lines.filter((line) => !isOuter(line, height) || !(PAGE_NUMBER.test(line.text) || (counts.get(keyOf(line)) ?? 0) >= often)),
  )
}

/** A page without numbers between dashes at its edge (— 2 —): they may stand where a table goes on. */
export function withoutPageNumber(page: Page): Page {
  const marks = page.runs.filter((run) => isOuter(run, page.height) && /^[-—–]\s*\d{1,4}\s*[-—–]$/.test(run.text.trim()))
  return marks.length === 0 ? page : { ...page, runs: page.runs.filter((run) => !marks.includes(run)) }
}

function keyOf({ y, text }: TextLine): string {
  return `${Math.round(y / 4)} ${text.replaceAll(/\d+/g, '#')}`
}

function isOuter({ y }: Pick<TextLine, 'y'>, height: number): boolean {
  return y < height * 0.11 || y > height * 0.89
}
