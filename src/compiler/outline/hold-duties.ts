import type { Span } from '#core/text/span.ts'
import { findDuties, type DutyRun } from './find-duties.ts'
import type { Node } from './node.ts'

/** Who answers, as a text itself says, and for what: the clause it stands in, or (`stretch`) some of its sentences. */
export interface HeldDuty {
  readonly node: Node
  readonly run: DutyRun
  readonly stretch: Span | null
  /** It stands in a line of its own. */
  readonly isStandalone: boolean
}

/** Finds what the texts of clauses say of who answers (…，由甲局牵头，乙局配合。), and for how much of the text it holds. */
export function holdDuties(nodes: readonly Node[], folded: string): HeldDuty[] {
  return nodes.flatMap((node) => {
    if (node.style === 'answer') return []
    const texts = textsOf(node)
    const found = texts.flatMap((text) => findDuties(folded, text).map((run) => ({ run, text })))
    return found.map(({ run, text }, at): HeldDuty => {
      const isStandalone = run.isWhole && isAll(folded, text, run.sentence)
      const isOfAll = found.length === 1 && (run.isWhole || isAtEdge(folded, texts, run.span))
      if (isOfAll) return { node, run, isStandalone, stretch: null }
      const [before, next] = [found[at - 1], found[at + 1]]
      return { node, run, isStandalone, stretch: stretchOf(folded, run, text, before?.run ?? null, next?.run ?? null) }
    })
  })
}

/** The lines of a clause; the cells of a row that tell what must be done. */
function textsOf({ row, pieces }: Node): readonly Span[] {
  if (row === null) return pieces
  return row.cells
    .filter(({ meaning, inherited }) => !inherited && (meaning === 'measure' || meaning === 'unknown'))
    .map(({ span }) => span)
}

function isAll(folded: string, text: Span, sentence: Span): boolean {
  return isBare(folded, text.start, sentence.start) && isBare(folded, sentence.end, text.end)
}

function isAtEdge(folded: string, texts: readonly Span[], run: Span): boolean {
  return isBare(folded, texts[0]?.start ?? 0, run.start) || isBare(folded, run.end, texts.at(-1)?.end ?? 0)
}

function isBare(folded: string, from: number, to: number): boolean {
  return to - from < 8 && !/[\p{L}\p{N}]/u.test(folded.slice(from, to))
}

/** What stands first in its sentence holds to the next of its kind; what stands last, for all since the one before or since the full stop. */
function stretchOf(folded: string, run: DutyRun, text: Span, before: DutyRun | null, next: DutyRun | null): Span {
  const from = Math.max(text.start, before?.span.end ?? 0)
  if (!run.isWhole && run.span.start === run.sentence.start)
    return { start: run.span.start, end: Math.min(text.end, next === null ? text.end : next.sentence.start) }
  const stop = run.isWhole ? from : from + folded.slice(from, run.span.start).lastIndexOf('。') + 1
  return { start: stop, end: run.sentence.end }
}
