import {
  AliasNode,
  FromNode,
  IdentifierNode,
  JoinNode,
  type KyselyPlugin,
  type OperationNode,
  type RootOperationNode,
  TableNode,
  ValueNode,
} from 'kysely'
import * as z from 'zod'

/** What stands in the place of tables, by their names in snake case. */
type Swaps = ReadonlyMap<string, () => OperationNode>

/** A table under an alias that ends so is taken as it is. In camel case: `rowKept`. */
const KEPT = /(_k|K)ept$/

// a statement stays what it was, but for the tables it reads from
const statement = z.custom<RootOperationNode>()

/** Puts a query in the place of some tables wherever a statement reads from them or joins them; they keep the names the statement knows them by. */
export function swapTables(swaps: Swaps): KyselyPlugin {
  return { transformQuery: ({ node }) => statement.parse(swapIn(node, swaps)), transformResult: async ({ result }) => result }
}

function swapIn(value: unknown, swaps: Swaps): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => swapIn(each, swaps))
  if (!isNode(value) || ValueNode.is(value)) return value
  const node = { ...value, ...Object.fromEntries(Object.entries(value).map(([key, each]) => [key, swapIn(each, swaps)])) }
  if (FromNode.is(node)) return { ...node, froms: node.froms.map((each) => swapped(each, swaps)) }
  return JoinNode.is(node) ? { ...node, table: swapped(node.table, swaps) } : node
}

function isNode(value: unknown): value is OperationNode {
  return typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string'
}

function swapped(node: OperationNode, swaps: Swaps): OperationNode {
  const [table, alias] = AliasNode.is(node) ? [node.node, node.alias] : [node, null]
  if (!TableNode.is(table) || (alias !== null && IdentifierNode.is(alias) && KEPT.test(alias.name))) return node
  const { name } = table.table.identifier
  const made = swaps.get(name)?.()
  return made === undefined ? node : AliasNode.create(made, alias ?? IdentifierNode.create(name))
}
