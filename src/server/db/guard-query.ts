import {
  ColumnNode,
  ColumnUpdateNode,
  DeleteQueryNode,
  InsertQueryNode,
  MergeQueryNode,
  type OperationNode,
  RawNode,
  SelectQueryNode,
  UpdateQueryNode,
} from 'kysely'
import { insertedJurisdictions } from '#server/db/guard-insert.ts'
import { type Finding, isJurisdiction, pinsOf, tableOf } from '#server/db/guard-level.ts'

const VOLATILE =
  /\b(now|random|gen_random_uuid|uuidv7|clock_timestamp|statement_timestamp|transaction_timestamp|nextval|current_timestamp)\b/i

/** What is wrong with a query, in words, and the jurisdictions it names. `owned`: table names in snake case. */
export function checkQuery(root: OperationNode, owned: ReadonlySet<string>): { faults: string[]; jurisdictions: ReadonlySet<unknown> } {
  const faults: string[] = []
  const jurisdictions = new Set<unknown>()
  const keep = (finding: Finding) => {
    faults.push(...finding.faults)
    for (const value of finding.jurisdictions) jurisdictions.add(value)
  }
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item)
    if (!isNode(value)) return
    if (SelectQueryNode.is(value) || UpdateQueryNode.is(value) || DeleteQueryNode.is(value)) keep(pinsOf(value, owned))
    if (InsertQueryNode.is(value)) keep(insertedJurisdictions(value, owned))
    if (MergeQueryNode.is(value)) faults.push('MERGE does not distribute')
    if (ColumnUpdateNode.is(value)) faults.push(...faultsOfUpdate(value))
    if (RawNode.is(value)) faults.push(...faultsOfRaw(value, owned))
    for (const inner of Object.values(value)) visit(inner)
  }
  visit(root)
  if (jurisdictions.size > 1) faults.push('one query names several jurisdictions')
  return { faults, jurisdictions }
}

function isNode(value: unknown): value is OperationNode {
  return typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string'
}

function faultsOfUpdate({ column, value }: ColumnUpdateNode): string[] {
  const faults: string[] = []
  if (ColumnNode.is(column) && isJurisdiction(column.column.name)) faults.push('a row never changes its jurisdiction')
  if (RawNode.is(value) && VOLATILE.test(value.sqlFragments.join(' '))) faults.push('volatile function in SET: pass a parameter')
  return faults
}

/** Words a table stands behind. */
const KEYWORDS = '\\b(?:from|join|into|update|truncate|table|only|,)'

/** Raw SQL cannot be looked through, so it may not name an owned table (as a table: after FROM, JOIN, INTO, UPDATE, TRUNCATE, or as a node). */
function faultsOfRaw({ sqlFragments, parameters }: RawNode, owned: ReadonlySet<string>): string[] {
  const text = sqlFragments.join(' ? ')
  const faults = /\bcurrent_setting\b/i.test(text) ? ['current_setting() as a filter'] : []
  const mayName = namesAny(owned).test(text)
  const tables = parameters.flatMap((parameter) => tableOf(parameter)?.name ?? [])
  if (!mayName && tables.length === 0) return faults
  for (const table of owned) {
    const named = mayName && new RegExp(`${KEYWORDS}\\s+("?public"?\\.)?"?${table}"?(?![\\w.])`, 'i').test(text)
    if (named || tables.includes(table)) faults.push(`raw SQL on ${table}`)
  }
  return faults
}

const patterns = new WeakMap<ReadonlySet<string>, RegExp>()

/** Whether a text may name one of the tables: made once, for almost none does. */
function namesAny(owned: ReadonlySet<string>): RegExp {
  const found = patterns.get(owned) ?? new RegExp(`${KEYWORDS}\\s+("?public"?\\.)?"?(${[...owned].join('|')})"?(?![\\w.])`, 'i')
  patterns.set(owned, found)
  return found
}
