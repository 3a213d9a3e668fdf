import {
  AliasNode,
  type FromNode,
  IdentifierNode,
  type JoinNode,
  type KyselyPlugin,
  type OperationNode,
  OperationNodeTransformer,
  TableNode,
} from 'kysely'

/** What stands in the place of tables, by their names in snake case. */
export type Swaps = ReadonlyMap<string, () => OperationNode>

/** A table under an alias that ends so is taken as it is. Camel case: `entryKept`. */
const KEPT = /(_k|K)ept$/

/** Puts a query in the place of some tables wherever a statement reads from them or joins them; they keep the names the statement knows them by. */
export function swapTables(swaps: Swaps): KyselyPlugin {
  const swapper = new Swapper(swaps)
  return { transformQuery: ({ node, queryId }) => swapper.transformNode(node, queryId), transformResult: async ({ result }) => result }
}

class Swapper extends OperationNodeTransformer {
  readonly #swaps: Swaps

  constructor(swaps: Swaps) {
    super()
    this.#swaps = swaps
  }

  protected override transformFrom(...given: Parameters<OperationNodeTransformer['transformFrom']>): FromNode {
    const node = super.transformFrom(...given)
    return { ...node, froms: node.froms.map((each) => this.#swap(each)) }
  }

  protected override transformJoin(...given: Parameters<OperationNodeTransformer['transformJoin']>): JoinNode {
    const node = super.transformJoin(...given)
    return { ...node, table: this.#swap(node.table) }
  }

  #swap(node: OperationNode): OperationNode {
    const [table, alias] = AliasNode.is(node) ? [node.node, node.alias] : [node, null]
    if (!TableNode.is(table) || (alias !== null && IdentifierNode.is(alias) && KEPT.test(alias.name))) return node
    const { name } = table.table.identifier
    const made = this.#swaps.get(name)?.()
    return made === undefined ? node : AliasNode.create(made, alias ?? IdentifierNode.create(name))
  }
}
