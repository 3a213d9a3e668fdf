import * as z from 'zod'
import { partiesByName } from '#core/access/named.ts'
import type { Day } from '#core/day/day.ts'
import { lightAtEnd } from '#core/ledger/light-at-end.ts'
import type { Standing } from '#core/ledger/standing.ts'
import { canonicalJson } from '#core/journal/leaf.ts'
import { loadLedgerNames } from '#server/access/ledger-names.ts'
import type { Tx } from '#server/db/connect.ts'
import { sm3 } from '#server/journal/sm3.ts'
import { cachedOrganisation } from '#server/org/cached.ts'

/** A row of a sub-ledger: what is promised, and how it stands on the day. */
type Row = Awaited<ReturnType<typeof loadRows>>[number]

/** The sub-ledger of an org: what it leads or supports. */
export interface SubLedger {
  readonly org: string
  readonly name: string
  readonly rows: number
  readonly done: number
  readonly overdue: number
  /** SM3 of what its rows say. */
  readonly digest: string
}

/** 分台账 of every org that leads something, by name, as an edition of the ledger has it; `over`: the last day that has passed; `only`: of these orgs. */
export async function loadSubLedgers(
  tx: Tx,
  jurisdictionId: string,
  {
    edition,
    asOf,
    over,
    only,
  }: { readonly edition: string; readonly asOf: Day; readonly over: Day; readonly only: readonly string[] | null },
): Promise<readonly SubLedger[]> {
  const { whole } = await cachedOrganisation(tx, jurisdictionId)
  const { unit } = partiesByName(whole, asOf, await loadLedgerNames(tx, jurisdictionId))
  const orgsOf = (names: readonly string[]): ReadonlySet<string> =>
    new Set(names.flatMap((name) => unit.get(name) ?? []).flatMap((key) => (key.startsWith('org:') ? [key.slice('org:'.length)] : [])))
  const leads = new Set<string>()
  const rows = new Map<string, Row[]>()
  for (const row of await loadRows(tx, jurisdictionId, edition)) {
    for (const org of orgsOf(row.leadOrgs)) leads.add(org)
    for (const org of orgsOf([...row.leadOrgs, ...row.supportingOrgs])) {
      const own = rows.get(org)
      if (own) own.push(row)
      else rows.set(org, [row])
    }
  }
  return [...leads]
    .filter((org) => only === null || only.includes(org))
    .map((org) => subLedger(org, whole.terms.findLast((term) => term.org === org)?.name ?? '', rows.get(org) ?? [], over))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

function subLedger(org: string, name: string, rows: readonly Row[], over: Day): SubLedger {
  const said = rows.map(({ leadOrgs: _lead, supportingOrgs: _supporting, ...row }) => row)
  return {
    org,
    name,
    rows: rows.length,
    done: rows.filter(({ light }) => light === 'done').length,
    overdue: rows.filter((row) => isOverdue(row, over)).length,
    digest: sm3(canonicalJson(said)),
  }
}

const standingColumns = z.custom<Pick<Standing, 'light' | 'to'>>()

function isOverdue({ light, periodTo }: Row, over: Day): boolean {
  return light !== null && lightAtEnd(standingColumns.parse({ light, to: periodTo }), over) === 'overdue'
}

async function loadRows(tx: Tx, jurisdictionId: string, edition: string) {
  return tx
    .selectFrom('ledgerEntry')
    .leftJoin('ledgerStanding', (join) =>
      join
        .onRef('ledgerStanding.jurisdictionId', '=', 'ledgerEntry.jurisdictionId')
        .onRef('ledgerStanding.commitmentId', '=', 'ledgerEntry.commitmentId')
        .on('ledgerStanding.edition', '=', edition),
    )
    .select(['ledgerEntry.commitmentId', 'ref', 'sentence', 'dueText', 'leadOrgs', 'supportingOrgs'])
    .select(['light', 'required', 'actual', 'subjects', 'met', 'arrears', 'periodTo'])
    .where('ledgerEntry.jurisdictionId', '=', jurisdictionId)
    .where('state', '=', 'confirmed')
    .orderBy('planId')
    .orderBy('ordinal')
    .execute()
}
