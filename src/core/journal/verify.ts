import type { BundleLine } from '#core/journal/bundle.ts'
import { headContent, type SignedHead } from '#core/journal/head.ts'
import { leafContent, payloadContent } from '#core/journal/leaf.ts'
import { addLeaf, emptyFrontier, rootOf, type TreeHash } from '#core/journal/merkle-tree.ts'

/**
 * What is wrong with a journal. `index`: at which entry, from 0; of a head its size.
 * - `entry-changed`: what stood before or after is not what was sealed. `root-differs`: entries up to this head were changed, removed, added or put in another order.
 * - `bad-signature`, `unknown-key`: the head was not signed by a key of this journal. `head-misplaced`: it is of another size than what stands before it.
 * - `time-goes-back`: a head is older than the one before. `foreign`: an entry or head of another jurisdiction. `twice`: an entry that stands already.
 * - `witness-differs`, `witness-missing`: a head seen earlier is another, or is gone. `cut-off`: the end is missing, or counts otherwise. `no-head`: entries that
 *   no head covers. `not-a-bundle`: it does not begin as a journal.
 */
interface JournalFault {
  readonly code:
    | 'entry-changed'
    | 'root-differs'
    | 'bad-signature'
    | 'unknown-key'
    | 'head-misplaced'
    | 'time-goes-back'
    | 'foreign'
    | 'twice'
    | 'witness-differs'
    | 'witness-missing'
    | 'cut-off'
    | 'no-head'
    | 'not-a-bundle'
  readonly index: number
}

/** What came of it. `last`: the newest head; null where there is none. */
export interface JournalReport {
  readonly entries: number
  readonly heads: number
  readonly erased: number
  readonly unsealed: number
  readonly last: SignedHead | null
  readonly faults: readonly JournalFault[]
}

/**
 * With what a journal is verified. `digest`: the hash of a text as hexadecimal. `trusted`: fingerprints of the keys that may have signed (null: those it names
 * itself). `witnessed`: heads of it that were seen earlier, kept elsewhere.
 */
export interface VerifyParts {
  readonly tree: TreeHash
  readonly digest: (content: string) => string
  readonly isSigned: (publicKey: string, content: string, signature: string) => boolean
  readonly trusted: ReadonlySet<string> | null
  readonly witnessed: readonly SignedHead[]
}

/** Takes the lines of a bundle one after the other; `end` gives what came of it. */
export interface Verifier {
  readonly take: (line: BundleLine) => void
  readonly end: () => JournalReport
}

/** So many faults are listed; where everything is wrong the first ones say it. */
const MOST_FAULTS = 100

/** Verifies a journal line by line, in memory that does not grow with it but for the ids. Trusts nothing but the keys and the heads that were witnessed. */
export function makeVerifier({ tree, digest, isSigned, trusted, witnessed }: VerifyParts): Verifier {
  const faults: JournalFault[] = []
  const ids = new Set<string>()
  const seen = new Set<number>()
  let begin: Extract<BundleLine, { bundle: unknown }>['bundle'] | null = null
  let [frontier, heads, erased] = [emptyFrontier, 0, 0]
  let last: SignedHead | null = null
  let end: Extract<BundleLine, { end: unknown }>['end'] | null = null
  const fault = (code: JournalFault['code'], index: number): void => {
    if (faults.length < MOST_FAULTS) faults.push({ code, index })
  }
  const takeEntry = ({ entry, payload }: Extract<BundleLine, { entry: unknown }>): void => {
    if (entry.jurisdiction !== begin?.jurisdiction) fault('foreign', frontier.size)
    if (ids.has(entry.id)) fault('twice', frontier.size)
    ids.add(entry.id)
    if (payload === null) erased += 1
    else if (digest(payloadContent(payload)) !== entry.payload) fault('entry-changed', frontier.size)
    frontier = addLeaf(tree, frontier, tree.leaf(leafContent(entry)))
  }
  const takeHead = (head: SignedHead): void => {
    const key = trusted?.has(head.key) === false ? undefined : begin?.keys[head.key]
    if (head.jurisdiction !== begin?.jurisdiction) fault('foreign', head.size)
    if (head.size !== frontier.size) fault('head-misplaced', head.size)
    else if (head.root !== rootOf(tree, frontier)) fault('root-differs', head.size)
    if (key === undefined) fault('unknown-key', head.size)
    else if (!isSigned(key, headContent(head), head.signature)) fault('bad-signature', head.size)
    if (last !== null && Date.parse(head.at) < Date.parse(last.at)) fault('time-goes-back', head.size)
    for (const known of witnessed) if (known.size === head.size && known.root !== head.root) fault('witness-differs', head.size)
    seen.add(head.size)
    heads += 1
    last = head
  }
  return {
    take(line) {
      if ('bundle' in line) begin = line.bundle
      else if ('entry' in line) takeEntry(line)
      else if ('head' in line) takeHead(line.head)
      else end = line.end
    },
    end() {
      if (begin === null) fault('not-a-bundle', 0)
      if (end?.entries !== frontier.size || end.heads !== heads) fault('cut-off', frontier.size)
      if (frontier.size !== (last?.size ?? 0)) fault('no-head', last?.size ?? 0)
      for (const known of witnessed) if (!seen.has(known.size)) fault('witness-missing', known.size)
      return { entries: frontier.size, heads, erased, unsealed: end?.unsealed ?? 0, last, faults }
    },
  }
}
