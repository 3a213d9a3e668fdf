import { CommentRangeEnd, CommentRangeStart, CommentReference, Document, Packer, Paragraph, type ParagraphChild, TextRun } from 'docx'
import { allowedText } from '#formats/xml/allowed-text.ts'

/** A comment on some characters of a text (half-open offsets). */
export interface Comment {
  readonly start: number
  readonly end: number
  readonly lines: readonly string[]
}

/** A text as a Word document, a paragraph a line, with comments in its margin. `author`: who they are from. */
export async function writeCommented(text: string, comments: readonly Comment[], author: string): Promise<Uint8Array> {
  const children: Paragraph[] = []
  let from = 0
  for (const line of text.split('\n')) {
    const to = from + line.length
    children.push(new Paragraph({ children: runsOf(line, from, comments) }))
    from = to + 1
  }
  const margin = comments.map(({ lines }, id) => ({
    id,
    author: allowedText(author),
    children: lines.map((words) => new Paragraph({ children: [new TextRun(allowedText(words))] })),
  }))
  return Packer.toBuffer(new Document({ comments: { children: margin }, sections: [{ children }] }))
}

/** The runs of one line, cut where comments begin and end. A comment that goes on over several lines is shown on its first. */
function runsOf(line: string, from: number, comments: readonly Comment[]): ParagraphChild[] {
  const own = comments.flatMap(({ start, end }, id) =>
    start >= from && start < from + Math.max(1, line.length) ? [{ id, start: start - from, end: Math.min(end - from, line.length) }] : [],
  )
  const cuts = [...new Set([0, line.length, ...own.flatMap(({ start, end }) => [start, end])])].toSorted((a, b) => a - b)
  return cuts.flatMap((cut, index) => [
    ...own
      .filter(({ end }) => end === cut)
      .flatMap(({ id }) => [new CommentRangeEnd(id), new TextRun({ children: [new CommentReference(id)] })]),
    ...own.filter(({ start }) => start === cut).map(({ id }) => new CommentRangeStart(id)),
    new TextRun(allowedText(line.slice(cut, cuts[index + 1] ?? line.length))),
  ])
}
