import type { Draft } from '#core/draft/draft.ts'
import { draftRows, headings } from './draft-rows.ts'

/** Widest cell in columns of the terminal; a Chinese character takes two. Longer text is cut with …. */
const widest = 44

/** The draft as an aligned table for the terminal, with the questions below it. */
export function draftTable(text: string, draft: Draft): string {
  const rows = [[...headings], ...draftRows(text, draft)].map((row) => row.map((cell) => cutTo(cell, widest)))
  const widths = headings.map((_, column) => rows.reduce((width, row) => Math.max(width, widthOf(row[column] ?? '')), 0))
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd(),
  )
  const questions = draft.questions.map(({ code, commitments }) => `  ${code}${commitments.length === 0 ? '' : ` (${commitments.length})`}`)
  return `${draft.title}\n\n${lines.join('\n')}\n\n疑问 Questions: ${draft.questions.length}\n${questions.join('\n')}\n`
}

function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += isWide(character.codePointAt(0) ?? 0) ? 2 : 1
  return width
}

function cutTo(text: string, limit: number): string {
  if (widthOf(text) <= limit) return text
  let kept = ''
  let width = 0
  for (const character of text) {
    width += isWide(character.codePointAt(0) ?? 0) ? 2 : 1
    if (width > limit - 1) break
    kept += character
  }
  return `${kept}…`
}

/** East Asian wide and full-width characters (Unicode Standard Annex 11), as far as plans use them. */
function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    code >= 0x20000
  )
}
