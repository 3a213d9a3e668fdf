import { expect } from 'vitest'
import { SourceDocument } from '#core/document/document.ts'
import type { Span } from '#core/text/span.ts'

/** Asserts what holds for every document any reader gives: spans point at their text, in order, without overlap. */
export function checkDocument(document: SourceDocument): void {
  const { text, blocks, revisions } = SourceDocument.parse(document)
  expect(text.isWellFormed() && !text.includes('\0')).toBe(true)
  const slice = ({ start, end }: Span): string => text.slice(start, end)
  let free = 0
  for (const { span, kind, cells } of blocks) {
    expect(span.start).toBeGreaterThanOrEqual(free)
    expect(span.end).toBeLessThanOrEqual(text.length)
    expect(slice(span)).toMatch(/^[^\r\n]*\S[^\r\n]*$/)
    expect(cells === undefined).toBe(kind !== 'row')
    let cellFree = span.start
    let column = 0
    for (const cell of cells ?? []) {
      expect(cell.span.start).toBeGreaterThanOrEqual(cellFree)
      expect(cell.span.end).toBeGreaterThanOrEqual(cell.span.start)
      expect(cell.column).toBeGreaterThanOrEqual(column)
      if (cell.continues) expect(slice(cell.span)).toBe('')
      cellFree = cell.span.end
      column = cell.column + cell.columnSpan
    }
    expect(cellFree).toBeLessThanOrEqual(span.end)
    free = span.end
  }
  expect(revisions.map(({ span }) => span.start)).toEqual(revisions.map(({ span }) => span.start).toSorted((a, b) => a - b))
  for (const revision of revisions) {
    expect(revision.span.end).toBeLessThanOrEqual(text.length)
    expect(slice(revision.span)).toBe(revision.kind === 'inserted' ? revision.text : '')
  }
}
