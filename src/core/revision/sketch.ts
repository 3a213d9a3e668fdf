import { masked, plain } from '#core/revision/plain.ts'
import type { Side } from '#core/revision/side.ts'
import { textOf } from '#core/text/span.ts'

/** How many hashes stand for a document. */
const SIZE = 96
/** Sentences shorter than this stand in every plan. */
const TELLING = 8
/** How much two documents share to be worth asking whether one is a version of the other. */
const ENOUGH = 0.3
/** Fewer sentences than this two documents may share by chance. */
const FEWEST = 5

/**
 * A few hashes of a document's sentences, numbers left out, by which another form or version of it is known: the smallest of all, so that two documents keep the same
 * ones where they share sentences (MinHash, bottom-k: Broder 1997). Each fits a signed 32-bit integer; in order, each once.
 */
export function sketchOf({ text, clauses, commitments }: Side): readonly number[] {
  const sentences = new Set(
    [...commitments.map(({ sentence }) => textOf(text, sentence)), ...clauses.map(({ title }) => title)].map((words) =>
      masked(plain(words)),
    ),
  )
  const hashes = new Set([...sentences].filter(({ length }) => length >= TELLING).map(hashOf))
  return [...hashes].toSorted((a, b) => a - b).slice(0, SIZE)
}

/** FNV-1a over UTF-16 units, signed. */
function hashOf(words: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < words.length; at += 1) hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193)
  return hash | 0
}

/** How much two documents share by their sketches, 0 to 1. */
function sketchLikeness(one: readonly number[], other: readonly number[]): number {
  if (one.length === 0 || other.length === 0) return 0
  const [ones, others] = [new Set(one), new Set(other)]
  const smallest = [...new Set([...one, ...other])].toSorted((a, b) => a - b).slice(0, Math.max(one.length, other.length))
  const shared = smallest.filter((hash) => ones.has(hash) && others.has(hash)).length
  return shared < FEWEST ? 0 : shared / smallest.length
}

/** A title without what tells its versions apart: （修订稿）, （征求意见稿）, blanks. */
function titleForm(title: string): string {
  return plain(title).replaceAll(/[（(][^（()）]{0,16}(?:稿|版|修订|送审|试行)[^（()）]{0,6}[)）]/g, '')
}

/** How likely a document is a version of another: 0 where it is not worth asking; the share of sentences both have, at least 0.5 where they have one title. */
export function versionLikeness(
  one: { readonly title: string; readonly sketch: readonly number[] },
  other: { readonly title: string; readonly sketch: readonly number[] },
): number {
  const share = sketchLikeness(one.sketch, other.sketch)
  const isNamedAlike = titleForm(one.title) !== '' && titleForm(one.title) === titleForm(other.title)
  const likeness = isNamedAlike ? Math.max(share, 0.5) : share
  return likeness >= ENOUGH ? likeness : 0
}
