import type { KyselyPlugin } from 'kysely'
import { checkQuery } from '#server/db/guard-query.ts'

/**
 * The first wall against leaks between jurisdictions, and what keeps the schema distributable: refuses, when a query is compiled, every level
 * of it that names an owned table without `jurisdiction_id = <value>`. Stands before the camel-case plugin. `owned`: table names in snake case; `own`: the only
 * jurisdiction that a query may name.
 */
export function jurisdictionGuard(owned: ReadonlySet<string>, own?: string): KyselyPlugin {
  return {
    transformQuery({ node }) {
      const { faults, jurisdictions } = checkQuery(node, owned)
      if (faults.length > 0) throw new Error(`jurisdiction guard: ${faults.join('; ')}`)
      if (own !== undefined)
        for (const named of jurisdictions) if (named !== own) throw new Error('jurisdiction guard: a query names another jurisdiction')
      return node
    },
    transformResult: async ({ result }) => result,
  }
}
