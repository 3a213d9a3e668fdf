/** A stretch of words, and whether the other side has it too. */
export interface MarkedWords {
  readonly text: string
  readonly isChanged: boolean
}

/** Longer than this only the ends of two texts are compared. */
const LONGEST = 900
/** A stretch this short between two changes belongs to them: nobody reads single signs. */
const TOO_SHORT = 1

/** What differs between two texts, sign by sign, on either side. Whole numbers are marked, never half of one. */
export function markWords(
  before: string,
  after: string,
): { readonly before: readonly MarkedWords[]; readonly after: readonly MarkedWords[] } {
  const [one, other] = [unitsOf(before), unitsOf(after)]
  const shared = one.length > LONGEST || other.length > LONGEST ? sameEnds(one, other) : longestShared(one, other)
  return {
    before: joined(one, new Set(shared.map(([at]) => at))),
    after: joined(other, new Set(shared.map(([, at]) => at))),
  }
}

/** Signs, and numbers as a whole. */
function unitsOf(text: string): readonly string[] {
  return text.match(/\d+(?:\.\d+)?|[\s\S]/gu) ?? []
}

function sameEnds(one: readonly string[], other: readonly string[]): readonly (readonly [number, number])[] {
  const shared: [number, number][] = []
  const shorter = Math.min(one.length, other.length)
  let from = 0
  for (; from < shorter && one[from] === other[from]; from += 1) shared.push([from, from])
  for (let back = 1; back <= shorter - from && one.at(-back) === other.at(-back); back += 1)
    shared.push([one.length - back, other.length - back])
  return shared
}

/** The longest sequence both have, as pairs of places. */
function longestShared(one: readonly string[], other: readonly string[]): readonly (readonly [number, number])[] {
  const width = other.length + 1
  const lengths = new Uint16Array((one.length + 1) * width)
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0
  for (let row = one.length - 1; row >= 0; row -= 1)
    for (let column = other.length - 1; column >= 0; column -= 1)
      lengths[row * width + column] =
        one[row] === other[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
  const shared: [number, number][] = []
  let [row, column] = [0, 0]
  while (row < one.length && column < other.length) {
    if (one[row] === other[column]) {
      shared.push([row, column])
      row += 1
      column += 1
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1
    else column += 1
  }
  return shared
}

function joined(units: readonly string[], shared: ReadonlySet<number>): readonly MarkedWords[] {
  const runs: { text: string; isChanged: boolean; units: number }[] = []
  for (const [at, text] of units.entries()) {
    const isChanged = !shared.has(at)
    const last = runs.at(-1)
    if (last?.isChanged === isChanged) {
      last.text += text
      last.units += 1
    } else runs.push({ text, isChanged, units: 1 })
  }
  const marked: MarkedWords[] = []
  for (const [at, { text, isChanged, units: length }] of runs.entries()) {
    const isBetween = !isChanged && length <= TOO_SHORT && at > 0 && at < runs.length - 1
    const last = marked.at(-1)
    if (last !== undefined && last.isChanged === (isChanged || isBetween)) marked[marked.length - 1] = { ...last, text: last.text + text }
    else marked.push({ text, isChanged: isChanged || isBetween })
  }
  return marked
}
