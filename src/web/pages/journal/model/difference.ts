import type { Json } from '#core/journal/leaf.ts'

/** One value that was changed. `path`: the names that lead to it. Null: it was not there. */
export interface Changed {
  readonly path: readonly string[]
  readonly before: string | null
  readonly after: string | null
}

/** What differs between two values, in the order of the later one, and how many values stayed as they were. */
export function differenceOf(before: Json, after: Json): { readonly changed: readonly Changed[]; readonly kept: number } {
  const [was, is] = [leavesOf(before), leavesOf(after)]
  const keys = [...is.keys(), ...[...was.keys()].filter((key) => !is.has(key))]
  const all = keys.map((key) => ({
    path: (is.get(key) ?? was.get(key))?.path ?? [],
    before: was.get(key)?.words ?? null,
    after: is.get(key)?.words ?? null,
  }))
  const changed = all.filter((each) => each.before !== each.after)
  return { changed, kept: all.length - changed.length }
}

interface Leaf {
  readonly path: readonly string[]
  readonly words: string
}

function leavesOf(value: Json): ReadonlyMap<string, Leaf> {
  return new Map([...leaves(value, [])].map((leaf) => [JSON.stringify(leaf.path), leaf]))
}

function* leaves(value: Json, path: readonly string[]): Generator<Leaf> {
  if (value === null) return
  if (typeof value !== 'object') yield { path, words: String(value) }
  // a short list of plain values is read as one
  else if (isList(value) && value.every((each) => typeof each !== 'object'))
    yield { path, words: value.length === 0 ? '—' : value.map(String).join('、') }
  else for (const [name, each] of Object.entries(value)) yield* leaves(each, [...path, name])
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
