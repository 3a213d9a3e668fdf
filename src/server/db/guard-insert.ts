import { type InsertQueryNode, type OperationNode, PrimitiveValueListNode, ValueListNode, ValueNode, ValuesNode } from 'kysely'
import { type Finding, isJurisdiction, tableOf } from '#server/db/guard-level.ts'

/** Rows inserted into an owned table must say whose they are. */
export function insertedJurisdictions(node: InsertQueryNode, owned: ReadonlySet<string>): Finding {
  const table = node.into && tableOf(node.into)
  if (!table || !owned.has(table.name)) return { faults: [], jurisdictions: [] }
  const column = (node.columns ?? []).findIndex((each) => isJurisdiction(each.column.name))
  if (column < 0) return { faults: [`insert into ${table.name} without jurisdiction_id`], jurisdictions: [] }
  return {
    faults: [],
    jurisdictions: node.values && ValuesNode.is(node.values) ? node.values.values.map((row) => valueAt(row, column)) : [],
  }
}

function valueAt(row: OperationNode, column: number): unknown {
  if (PrimitiveValueListNode.is(row)) return row.values[column]
  const value = ValueListNode.is(row) ? row.values[column] : undefined
  return value && ValueNode.is(value) ? value.value : value
}
