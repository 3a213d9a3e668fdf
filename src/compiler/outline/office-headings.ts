import type { Span } from '#core/text/span.ts'
import { trim } from './cells.ts'
import { holds } from './heading.ts'
import type { Node } from './node.ts'
import { isBody } from './office.ts'

/** Words behind the name: 市税务局牵头的任务（2项）. */
const behind = /(?:牵头|负责|主责|主办|承办)?的?(?:重点)?(?:任务|事项|工作|项目|清单)*(?:\([^()]{1,10}\))?$/

/** Headings that name who answers for all below them, where all headings of their list do: 一、市税务局, 二、市公安局负责事项. */
export function findOfficeHeadings(nodes: readonly Node[], folded: string): ReadonlyMap<Node, Span> {
  const found = new Map<Node, Span>()
  for (const [, siblings] of Map.groupBy(nodes.filter(holds), ({ parent }) => parent)) {
    const names = siblings.flatMap((node): [Node, Span][] => {
      const span = officeOf(node, folded)
      return span === null ? [] : [[node, span]]
    })
    const others = siblings.filter((node) => !/其他|保障|要求/.test(titleOf(node, folded)))
    if (names.length >= 2 && names.length === others.length) for (const [node, span] of names) found.set(node, span)
  }
  return found
}

function titleOf({ pieces }: Node, folded: string): string {
  const first = pieces[0]
  return first === undefined ? '' : folded.slice(first.start, Math.min(first.end, first.start + 40))
}

function officeOf(node: Node, folded: string): Span | null {
  const first = node.pieces[0]
  if (first === undefined || node.style === 'label' || first.end - first.start > 30) return null
  const title = titleOf(node, folded)
  const span = trim(folded, first.start, first.start + title.length - (behind.exec(title)?.[0].length ?? 0))
  return isBody(folded.slice(span.start, span.end)) ? span : null
}
