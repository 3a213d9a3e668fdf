import type { KyselyPlugin, PluginTransformQueryArgs, PluginTransformResultArgs, QueryResult, RootOperationNode, UnknownRow } from 'kysely'
import { checkQuery } from '#server/db/guard-query.ts'

/**
 * The first wall against leaks between jurisdictions, and what keeps the schema distributable: refuses, when a query is compiled, every level
 * of it that names an owned table without `jurisdiction_id = <value>`. Stands before the camel-case plugin.
 */
export class JurisdictionGuard implements KyselyPlugin {
  readonly #owned: ReadonlySet<string>

  /** `owned`: table names in snake case. */
  constructor(owned: ReadonlySet<string>) {
    this.#owned = owned
  }

  transformQuery({ node }: PluginTransformQueryArgs): RootOperationNode {
    const { faults } = checkQuery(node, this.#owned)
    if (faults.length > 0) throw new Error(`jurisdiction guard: ${faults.join('; ')}`)
    return node
  }

  async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return result
  }
}

/** Refuses a query that names any jurisdiction but the actor's own. */
export class OneJurisdiction implements KyselyPlugin {
  readonly #owned: ReadonlySet<string>
  readonly #own: string

  constructor(owned: ReadonlySet<string>, own: string) {
    this.#owned = owned
    this.#own = own
  }

  transformQuery({ node }: PluginTransformQueryArgs): RootOperationNode {
    const { jurisdictions } = checkQuery(node, this.#owned)
    for (const named of jurisdictions) if (named !== this.#own) throw new Error('jurisdiction guard: a query names another jurisdiction')
    return node
  }

  async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return result
  }
}
