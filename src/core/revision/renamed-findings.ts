/** Under which words a commitment stood, and stands now. */
export interface Restanding {
  readonly before: string
  readonly after: string
}

/**
 * Findings that a new document words otherwise, old key and new: where the commitments of a finding went, most of them, unless some still stand under the old
 * words or another finding has the new ones already.
 */
export function renamedFindings(all: readonly Restanding[]): readonly (readonly [string, string])[] {
  const still = new Set(all.map(({ after }) => after))
  const taken = new Set(all.map(({ before }) => before))
  const renamed: (readonly [string, string])[] = []
  for (const [before, some] of Map.groupBy(all, (each) => each.before)) {
    if (still.has(before)) continue
    const counts = [...Map.groupBy(some, ({ after }) => after)].toSorted(([a, as], [b, bs]) => bs.length - as.length || (a < b ? -1 : 1))
    const after = counts[0]?.[0]
    if (after === undefined || taken.has(after)) continue
    taken.add(after)
    renamed.push([before, after])
  }
  return renamed
}
