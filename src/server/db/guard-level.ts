import {
  AliasNode,
  AndNode,
  BinaryOperationNode,
  ColumnNode,
  type DeleteQueryNode,
  IdentifierNode,
  type JoinNode,
  type OperationNode,
  OperatorNode,
  ParensNode,
  ReferenceNode,
  type SelectQueryNode,
  TableNode,
  type UpdateQueryNode,
  ValueNode,
} from 'kysely'

/** What one part of a query showed: faults in words, and the jurisdictions it names. */
export interface Finding {
  readonly faults: readonly string[]
  readonly jurisdictions: readonly unknown[]
}

/** A table of a query level: `name` in snake case, `alias` as the level calls it. */
interface Source {
  readonly name: string
  readonly alias: string
}

/** `alias.jurisdiction_id = value`, or `= other.jurisdiction_id`. `onlyTo`: what an outer join's condition may pin, nothing else. */
type Pin =
  | { readonly alias: string | null; readonly value: unknown; readonly onlyTo?: string }
  | { readonly alias: string | null; readonly other: string | null; readonly onlyTo?: string }

/** Whether a column, in either spelling, is the distribution key. */
export function isJurisdiction(column: string): boolean {
  return column === 'jurisdictionId' || column === 'jurisdiction_id'
}

/** The table a node names, if it names one. */
export function tableOf(node: OperationNode): Source | null {
  if (TableNode.is(node)) {
    const name = node.table.identifier.name
    return { name: toSnakeCase(name), alias: name }
  }
  if (!AliasNode.is(node)) return null
  const table = tableOf(node.node)
  return table && IdentifierNode.is(node.alias) ? { ...table, alias: node.alias.name } : null
}

/** Holds every owned table of one level against the conditions of that same level; an outer level's conditions never count. */
export function pinsOf(level: SelectQueryNode | UpdateQueryNode | DeleteQueryNode, owned: ReadonlySet<string>): Finding {
  const joins = level.joins ?? []
  const sources = sourcesOf(level, joins)
  const watched = sources.filter((source) => owned.has(source.name))
  if (watched.length === 0) return { faults: [], jurisdictions: [] }
  const lone = watched.length === 1 ? (watched[0]?.alias ?? null) : null
  const pins = [...conditions(level.where?.where), ...joins.flatMap(conditionsOfJoin)].map((pin) => ({ ...pin, alias: pin.alias ?? lone }))
  const pinned = spread(pins)
  const missing = watched.filter((source) => !pinned.has(source.alias))
  return {
    faults: missing.map((source) => `${source.name} as ${source.alias} without jurisdiction_id = value at its level`),
    jurisdictions: pins.flatMap((pin) => ('value' in pin ? [pin.value] : [])),
  }
}

function sourcesOf(level: SelectQueryNode | UpdateQueryNode | DeleteQueryNode, joins: readonly JoinNode[]): Source[] {
  const nodes = [...(level.from?.froms ?? []), ...joins.map((join) => join.table)]
  if ('table' in level && level.table) nodes.push(level.table)
  if ('using' in level && level.using) nodes.push(...level.using.tables)
  return nodes.flatMap((node) => tableOf(node) ?? [])
}

function conditionsOfJoin(join: JoinNode): Pin[] {
  const all = conditions(join.on?.on)
  if (join.joinType === 'InnerJoin' || join.joinType === 'LateralInnerJoin') return all
  // the condition of a left join limits the joined table only; those of right and full joins limit nothing we rely on
  const joined = tableOf(join.table)
  return joined && join.joinType === 'LeftJoin' ? all.map((pin) => ({ ...pin, onlyTo: joined.alias })) : []
}

function conditions(node: OperationNode | undefined): Pin[] {
  if (!node) return []
  if (AndNode.is(node)) return [...conditions(node.left), ...conditions(node.right)]
  if (ParensNode.is(node)) return conditions(node.node)
  if (!BinaryOperationNode.is(node) || !OperatorNode.is(node.operator) || node.operator.operator !== '=') return []
  const left = jurisdictionOf(node.leftOperand)
  if (!left) return []
  if (ValueNode.is(node.rightOperand)) {
    const { value } = node.rightOperand
    return typeof value === 'string' && value !== '' ? [{ alias: left.alias, value }] : []
  }
  const right = jurisdictionOf(node.rightOperand)
  return right ? [{ alias: left.alias, other: right.alias }] : []
}

function jurisdictionOf(node: OperationNode): { alias: string | null } | null {
  if (!ReferenceNode.is(node) || !ColumnNode.is(node.column) || !isJurisdiction(node.column.column.name)) return null
  return { alias: node.table?.table.identifier.name ?? null }
}

/** The aliases that are pinned to a value, directly or by equality with one that is. */
function spread(pins: readonly Pin[]): ReadonlySet<string> {
  const pinned = new Set<string>()
  const add = (alias: string | null, pin: Pin) => {
    if (alias !== null && (pin.onlyTo === undefined || pin.onlyTo === alias)) pinned.add(alias)
  }
  for (const pin of pins) if ('value' in pin) add(pin.alias, pin)
  for (const _ of pins) {
    for (const pin of pins) {
      if (!('other' in pin)) continue
      if (pin.alias !== null && pinned.has(pin.alias)) add(pin.other, pin)
      if (pin.other !== null && pinned.has(pin.other)) add(pin.alias, pin)
    }
  }
  return pinned
}

function toSnakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
