import type { OperationNode } from 'kysely'
import type { Day, Instant } from '#core/day/day.ts'
import type { Tx } from '#server/db/connect.ts'
import { commitmentsKnown, countingsKnown, entriesKnown } from '#server/moment/commitments-known.ts'
import { dispatchHeld, journalKnown, linksKnown, plansKnown, questionsKnown, rulingsKnown } from '#server/moment/acts-known.ts'
import { occurrencesOf, standingsOf } from '#server/moment/figures.ts'
import { heldUntil } from '#server/moment/held.ts'
import { keptOf } from '#server/moment/kept.ts'
import { revisionsKnown } from '#server/moment/revisions-known.ts'
import { lightsHeld, registersHeld } from '#server/moment/settings-held.ts'
import { swapTables } from '#server/moment/swap-tables.ts'
import { dayInShanghai } from '#server/platform/clock.ts'

/** Which day is looked back at. `knownAt` null: as it is known now. `edition`: where the figures of that day are kept (`editionFor`); null: none are needed. */
export interface Looked {
  readonly asOf: Day
  readonly knownAt: Instant | null
  readonly edition: string | null
}

/** What some tables, by their names in snake case, are given as. */
type Swaps = ReadonlyMap<string, Compiled>
type Compiled = { readonly toOperationNode: () => OperationNode }

const backs = new WeakMap<Tx, { readonly tx: Tx; readonly looked: Looked; readonly kept: Swaps }>()

/**
 * The same transaction as it would have read at an earlier moment: whatever asks it for rows of the ledger, occurrences, countings, records, questions or the journal
 * is given those of the day, as they were known then, under the same names. So what lists and counts is written once, for today and for every other moment. For
 * reading only. Tables that are not named here are given as they stand; who may see what is asked of `asItStands`.
 */
export function lookBack(tx: Tx, jurisdictionId: string, looked: Looked): Tx {
  const swaps = swapsFor(tx, jurisdictionId, looked)
  const back = tx.withPlugin(swapTables(nodesOf(swaps)))
  const kept = new Map([...swaps.keys()].map((table) => [table, keptOf(tx, jurisdictionId, table)]))
  backs.set(back, { tx, looked, kept })
  return back
}

/** What a transaction looks back at; null: it reads what stands. */
export function lookedAt(tx: Tx): Looked | null {
  return backs.get(tx)?.looked ?? null
}

/** The transaction as it reads what stands now, also in parts of statements that look back. */
export function asItStands(tx: Tx): Tx {
  const back = backs.get(tx)
  return back === undefined ? tx : back.tx.withPlugin(swapTables(nodesOf(back.kept)))
}

function swapsFor(tx: Tx, jurisdictionId: string, { asOf, knownAt, edition }: Looked): Swaps {
  const held = heldUntil({ asOf, knownAt })
  const figures: [string, Compiled][] =
    edition === null
      ? []
      : [
          ['occurrence', occurrencesOf(tx, jurisdictionId, edition)],
          ['ledger_standing', standingsOf(tx, jurisdictionId, edition)],
        ]
  // what is known at the end of a day may be about later days
  const until = knownAt !== null && asOf >= dayInShanghai(knownAt) ? null : asOf
  const common: [string, Compiled][] = [
    ...figures,
    ['record_revision', revisionsKnown(tx, jurisdictionId, { knownAt, until })],
    ['ledger_entry', entriesKnown(tx, jurisdictionId, { knownAt, held })],
    ['dispatch', dispatchHeld(tx, jurisdictionId, held)],
    ['light_setting', lightsHeld(tx, jurisdictionId, held)],
    ['register', registersHeld(tx, jurisdictionId, held)],
  ]
  if (knownAt === null) return new Map(common)
  return new Map<string, Compiled>([
    ...common,
    ['commitment', commitmentsKnown(tx, jurisdictionId, knownAt)],
    ['counting', countingsKnown(tx, jurisdictionId, knownAt)],
    ['plan', plansKnown(tx, jurisdictionId, knownAt)],
    ['question', questionsKnown(tx, jurisdictionId, knownAt)],
    ['ruling', rulingsKnown(tx, jurisdictionId, knownAt)],
    ['evidence_link', linksKnown(tx, jurisdictionId, knownAt)],
    ['journal_entry', journalKnown(tx, jurisdictionId, knownAt)],
  ])
}

function nodesOf(swaps: Swaps): ReadonlyMap<string, () => OperationNode> {
  return new Map([...swaps].map(([table, query]) => [table, () => query.toOperationNode()]))
}
