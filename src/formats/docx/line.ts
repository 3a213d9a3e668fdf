import type { Revision } from '#core/document/document.ts'

/** A piece of text that will stand in one line, with the revisions in it; spans count from its start. */
export interface Line {
  readonly text: string
  readonly revisions: readonly Revision[]
}

export const EMPTY_LINE: Line = { text: '', revisions: [] }

/** Moves revisions by a number of characters. */
export function shiftRevisions(revisions: readonly Revision[], by: number): Revision[] {
  return revisions.map((revision) => ({ ...revision, span: { start: revision.span.start + by, end: revision.span.end + by } }))
}

/** Lines put behind one another, with a separator between. */
export function joinLines(lines: readonly Line[], separator: string): Line {
  let text = ''
  const revisions: Revision[] = []
  lines.forEach((line, index) => {
    if (index > 0) text += separator
    revisions.push(...shiftRevisions(line.revisions, text.length))
    text += line.text
  })
  return { text, revisions: mergeRevisions(revisions) }
}

/** Word cuts one change into many runs: puts together what one author changed at one time in one place. */
export function mergeRevisions(revisions: readonly Revision[]): Revision[] {
  const merged: Revision[] = []
  for (const revision of revisions) {
    const last = merged.at(-1)
    const continues =
      last !== undefined &&
      last.kind === revision.kind &&
      last.span.end === revision.span.start &&
      last.author === revision.author &&
      last.at === revision.at
    if (!continues) merged.push(revision)
    else merged[merged.length - 1] = { ...last, span: { start: last.span.start, end: revision.span.end }, text: last.text + revision.text }
  }
  return merged
}
