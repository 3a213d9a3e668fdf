import { dayInCell } from '#core/org/sheet-day.ts'
import { Decimal } from '#core/quantity/decimal.ts'
import { compare as order, rationalOf } from '#core/quantity/rational.ts'
import { type Matched, matchRows, type Named } from '#core/reconciliation/match-rows.ts'
import type { ComparedField, Difference } from '#core/reconciliation/reconciliation.ts'
import type { SubLedgerField, SubLedgerRow } from '#core/reconciliation/sub-ledger.ts'

/** A commitment as the master ledger has it. Figures are null where nothing is counted. */
export interface MasterRow extends Named {
  /** The day it is due, '' where it has none, and the words of the plan for it. */
  readonly dueOn: string
  readonly dueText: string
  readonly leadOrgs: readonly string[]
  readonly supportingOrgs: readonly string[]
  readonly owners: readonly string[]
  readonly actual: string | null
  /** Whether all that is due now is met; null where it does not compute. */
  readonly isDone: boolean | null
}

/** What came of a comparison. `agreeing`: rows that agree in everything they say. */
export interface Compared {
  readonly differences: readonly Difference[]
  readonly agreeing: number
}

/** Holds a unit's rows against the commitments of the master ledger that are its own. What a row does not say is not compared. */
export function compareLedgers(rows: readonly SubLedgerRow[], entries: readonly MasterRow[]): Compared {
  const matched = matchRows(rows, entries)
  const values = matched.pairs.map(({ row, ours }) => valuesOf(row, ours))
  return { differences: [...values.flat(), ...strayOf(matched)], agreeing: values.filter((found) => found.length === 0).length }
}

function valuesOf(row: SubLedgerRow, ours: MasterRow): readonly Difference[] {
  return FIELDS.flatMap(({ field, cell, sides }) => {
    const found = sides(row, ours)
    if (found === null) return []
    const at = cell.flatMap((each) => row.cells[each] ?? [])[0] ?? null
    return [{ ...about(row, ours), key: `${row.row}:${field}`, kind: 'value' as const, cell: at, field, ...found }]
  })
}

interface Sides {
  readonly ours: string
  readonly theirs: string
}

/** What is compared: in which cells theirs may stand, and both sides where they differ. */
const FIELDS: readonly {
  readonly field: ComparedField
  readonly cell: readonly SubLedgerField[]
  readonly sides: (row: SubLedgerRow, ours: MasterRow) => Sides | null
}[] = [
  { field: 'due', cell: ['due'], sides: dueSides },
  {
    field: 'orgs',
    cell: ['orgs'],
    sides: (row, ours) => nameSides(row.orgs, [...ours.leadOrgs, ...ours.supportingOrgs], ours.leadOrgs),
  },
  { field: 'owners', cell: ['owners'], sides: (row, ours) => nameSides(row.owners, ours.owners, ours.owners) },
  { field: 'actual', cell: ['actual', 'figure'], sides: (row, ours) => numberSides(row.actual, ours.actual) },
  { field: 'required', cell: ['required', 'figure'], sides: (row, ours) => numberSides(row.required, ours.required) },
  {
    field: 'state',
    cell: ['state'],
    sides: ({ isDone }, ours) =>
      isDone === null || ours.isDone === null || isDone === ours.isDone ? null : { ours: stateOf(ours.isDone), theirs: stateOf(isDone) },
  },
]

function stateOf(isDone: boolean): string {
  return isDone ? 'done' : 'open'
}

/** A day is held against the day; words against the words of the plan, where either may be the shorter form. */
function dueSides({ due }: SubLedgerRow, { dueOn, dueText }: MasterRow): Sides | null {
  if (due === '' || (dueOn === '' && dueText === '')) return null
  const day = dayInCell(due)
  // a month alone says no day
  const isSame =
    day === null ? isPartOf(plain(due), plain(dueText)) : dueOn.startsWith(/日|\d[-/.]\d+[-/.]\d|^\d{8}$/.test(due) ? day : day.slice(0, 7))
  return isSame ? null : { ours: dueOn === '' ? dueText : dueOn, theirs: due }
}

function isPartOf(a: string, b: string): boolean {
  return a.includes(b) || b.includes(a)
}

/** Names agree where every one of theirs is among ours. */
function nameSides(theirs: readonly string[], all: readonly string[], shown: readonly string[]): Sides | null {
  if (theirs.length === 0 || all.length === 0) return null
  const known = new Set(all.map(plain))
  return theirs.every((name) => known.has(plain(name))) ? null : { ours: shown.join('、'), theirs: theirs.join('、') }
}

function numberSides(theirs: string | null, ours: string | null): Sides | null {
  if (theirs === null || ours === null) return null
  const [left, right] = [Decimal.safeParse(theirs), Decimal.safeParse(ours)]
  const isSame = left.success && right.success && order(rationalOf(left.data), rationalOf(right.data)) === 0
  return isSame ? null : { ours, theirs }
}

function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '')
}

function strayOf({ twice, onlyTheirs, onlyOurs }: Matched<MasterRow>): readonly Difference[] {
  return [
    ...twice.map(({ row, ours }) => ({
      ...about(row, ours),
      key: `${row.row}:twice`,
      kind: 'twice' as const,
      ours: ours.sentence,
      theirs: row.text,
    })),
    ...onlyTheirs.map((row) => ({ ...about(row, null), key: `${row.row}:only`, kind: 'only-theirs' as const, ours: '', theirs: row.text })),
    ...onlyOurs.map((ours) => ({
      ...about(null, ours),
      key: `only:${ours.commitment}`,
      kind: 'only-ours' as const,
      ours: ours.sentence,
      theirs: '',
    })),
  ]
}

function about(row: SubLedgerRow | null, ours: MasterRow | null) {
  return {
    row: row?.row ?? null,
    cell: row?.cells.ref ?? row?.cells.text ?? null,
    commitment: ours?.commitment ?? null,
    ref: ours?.ref ?? row?.ref ?? '',
    field: null,
    settled: null,
  }
}
