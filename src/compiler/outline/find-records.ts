import type { Node } from './node.ts'

/**
 * Records that open with who answers, one after another (包案领导：…；化解措施：…): each answer at the top holds for the clauses up to the next one.
 * Empty where only one stands there: that one holds for the document.
 */
export function findRecords(nodes: readonly Node[]): ReadonlyMap<Node, readonly Node[]> {
  const top = nodes.filter(({ parent }) => parent?.style === 'root')
  const records = new Map<Node, readonly Node[]>()
  let held: Node[] = []
  for (const node of top) {
    if (node.style !== 'answer') held.push(node)
    else {
      if (held.length > 0) held = []
      records.set(node, held)
    }
  }
  const groups = new Set([...records.values()].filter((below) => below.length > 0))
  return groups.size > 1 ? records : new Map()
}
