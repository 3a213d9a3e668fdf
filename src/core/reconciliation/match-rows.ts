import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { SubLedgerRow } from '#core/reconciliation/sub-ledger.ts'

/** What a row is told by in the master ledger. */
export interface Named {
  readonly commitment: CommitmentId
  readonly ref: string
  /** The sentence of the plan, and the measure it stands in. */
  readonly sentence: string
  readonly measure: string
  /** What is owed, where that is counted: it tells apart promises of one sentence. */
  readonly required: string | null
}

/** Rows that stand for a commitment, rows that stand for none, commitments no row stands for; `twice`: rows for a commitment that has one already. */
export interface Matched<Ours extends Named> {
  readonly pairs: readonly { readonly row: SubLedgerRow; readonly ours: Ours }[]
  readonly twice: readonly { readonly row: SubLedgerRow; readonly ours: Ours }[]
  readonly onlyTheirs: readonly SubLedgerRow[]
  readonly onlyOurs: readonly Ours[]
}

/** From this likeness on a number that agrees is believed; without one the words alone must be this like, and more like than any other's. */
const LIKE_WITH_NUMBER = 0.25
const LIKE_ALONE = 0.6

/**
 * Finds for each row of a sub-ledger the commitment it stands for. A number that is the same names it, unless the words speak of something else (units number
 * their own rows); else the words decide: likeness = 2 × shared pairs of characters ÷ all pairs of both (Dice), of the sentence or of the measure.
 */
export function matchRows<Ours extends Named>(rows: readonly SubLedgerRow[], entries: readonly Ours[]): Matched<Ours> {
  const words = entries.map((ours): Worded<Ours> => ({ ours, texts: [ours.sentence, ours.measure].map(pairsOf) }))
  const byRef = Map.groupBy(words, ({ ours }) => ours.ref)
  const taken = new Set<CommitmentId>()
  const found: Record<'pairs' | 'twice', { row: SubLedgerRow; ours: Ours }[]> = { pairs: [], twice: [] }
  const onlyTheirs: SubLedgerRow[] = []
  for (const row of rows) {
    const own = pairsOf(row.text)
    const likeness = ({ texts }: Worded<Ours>): number => Math.max(...texts.map((text) => likenessOf(own, text)))
    const numbered = (byRef.get(row.ref) ?? []).filter((each) => row.text === '' || likeness(each) >= LIKE_WITH_NUMBER)
    const ours = numbered.length === 1 ? numbered[0]?.ours : row.text === '' ? undefined : mostLike(words, likeness, row.required)
    if (ours === undefined) onlyTheirs.push(row)
    else {
      found[taken.has(ours.commitment) ? 'twice' : 'pairs'].push({ row, ours })
      taken.add(ours.commitment)
    }
  }
  return { ...found, onlyTheirs, onlyOurs: entries.filter(({ commitment }) => !taken.has(commitment)) }
}

interface Worded<Ours> {
  readonly ours: Ours
  readonly texts: readonly Pairs[]
}

/** The one most like; of several alike the one of which as much is owed. */
function mostLike<Ours extends Named>(
  words: readonly Worded<Ours>[],
  likeness: (each: Worded<Ours>) => number,
  required: string | null,
): Ours | undefined {
  const ranked = words.map(({ ours, texts }) => ({ ours, like: likeness({ ours, texts }) })).filter(({ like }) => like >= LIKE_ALONE)
  const most = Math.max(...ranked.map(({ like }) => like))
  const first = ranked.filter(({ like }) => like === most)
  const owed = first.filter(({ ours }) => required !== null && Number(ours.required) === Number(required))
  return [first, owed].find(({ length }) => length === 1)?.[0]?.ours
}

type Pairs = ReadonlyMap<string, number>

function pairsOf(text: string): Pairs {
  const letters = Array.from(text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, ''))
  const pairs = new Map<string, number>()
  for (let at = 0; at + 1 < letters.length; at += 1) {
    const pair = `${letters[at]}${letters[at + 1]}`
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

function likenessOf(a: Pairs, b: Pairs): number {
  const all = sizeOf(a) + sizeOf(b)
  if (all === 0) return 0
  let shared = 0
  for (const [pair, count] of a) shared += Math.min(count, b.get(pair) ?? 0)
  return (2 * shared) / all
}

function sizeOf(pairs: Pairs): number {
  let size = 0
  for (const count of pairs.values()) size += count
  return size
}
