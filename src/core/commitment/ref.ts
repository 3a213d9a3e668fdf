/** The first `count` letters after a ref that are still free: 3-2-1 gives 3-2-1a, 3-2-1b, beyond z 3-2-1aa. */
export function partRefs(ref: string, count: number, taken: ReadonlySet<string>): readonly string[] {
  const refs: string[] = []
  for (let index = 0; refs.length < count; index += 1) {
    const candidate = ref + letters(index)
    if (!taken.has(candidate)) refs.push(candidate)
  }
  return refs
}

/** The next number beside the refs of one clause: 3-2-1, 3-2-2a give 3-2-3. Where the clause has none: 增-1, 增-2 … (增补). */
export function nextRef(beside: readonly string[], taken: ReadonlySet<string>): string {
  const numbered = beside.flatMap((ref) => {
    const match = /^(.*?)(\d{1,6})[a-z]*$/.exec(ref)
    return match?.[1] === undefined ? [] : [{ prefix: match[1], number: Number(match[2]) }]
  })
  const prefix = numbered.at(-1)?.prefix ?? '增-'
  let number = Math.max(0, ...numbered.filter((entry) => entry.prefix === prefix).map((entry) => entry.number)) + 1
  while (taken.has(`${prefix}${number}`)) number += 1
  return `${prefix}${number}`
}

function letters(index: number): string {
  const last = String.fromCodePoint(97 + (index % 26))
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last
}
