import type { PlanView } from '../../model/view.ts'

/** Names that occur in a plan, the most frequent first. */
export function namesIn({ commitments }: PlanView): readonly string[] {
  const counts = new Map<string, number>()
  for (const { reading } of commitments) {
    for (const { value } of [...reading.leadOrgs, ...reading.leaders, ...reading.supportingOrgs, ...reading.owners]) {
      counts.set(value, (counts.get(value) ?? 0) + 1)
    }
  }
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([name]) => name)
}
