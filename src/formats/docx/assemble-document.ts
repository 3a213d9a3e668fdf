import type { Block, Revision, SourceDocument } from '#core/document/document.ts'
import type { Span } from '#core/text/span.ts'
import { FormatError } from '#formats/errors/format-error.ts'
import { shiftRevisions } from './line.ts'
import type { DraftBlock } from './reading.ts'

/**
 * Puts the blocks of a document under one another, a line each. Blocks without text leave only their deletions behind.
 * @throws FormatError `no-text`
 */
export function assembleDocument(drafts: readonly DraftBlock[]): SourceDocument {
  const lines: string[] = []
  const blocks: Block[] = []
  const revisions: Revision[] = []
  let start = 0
  for (const draft of drafts) {
    const { text } = draft.line
    if (text.trim() === '') {
      revisions.push(...deletionsAt(draft.line.revisions, start))
      continue
    }
    lines.push(text)
    blocks.push(placeBlock(draft, start))
    revisions.push(...shiftRevisions(draft.line.revisions, start))
    start += text.length + 1
  }
  if (blocks.length === 0) throw new FormatError('no-text')
  const text = lines.join('\n')
  // Deletions behind the last line stand at the end of the text.
  const clamp = ({ start: from, end: to }: Span): Span => ({ start: Math.min(from, text.length), end: Math.min(to, text.length) })
  return { text, blocks, revisions: revisions.map((revision) => ({ ...revision, span: clamp(revision.span) })) }
}

function deletionsAt(revisions: readonly Revision[], at: number): Revision[] {
  return revisions.filter(({ kind }) => kind === 'deleted').map((revision) => ({ ...revision, span: { start: at, end: at } }))
}

function placeBlock({ kind, line, level, table, cells }: DraftBlock, start: number): Block {
  const move = (span: Span): Span => ({ start: span.start + start, end: span.end + start })
  return {
    kind,
    span: move({ start: 0, end: line.text.length }),
    ...(level === undefined ? {} : { level }),
    ...(table === undefined ? {} : { table }),
    ...(cells === undefined ? {} : { cells: cells.map((cell) => ({ ...cell, span: move(cell.span) })) }),
  }
}
