import { type Expression, expressionBuilder, type SqlBool } from 'kysely'
import type { Scope } from '#server/access/load-scope.ts'
import type { DB } from '#server/db/types.gen.ts'

const revision = expressionBuilder<DB, 'recordRevision'>()

/** The condition on `record_revision` that a record is one's own to go on with: of an org one enters for, or begun by oneself, whoever changed it since. */
export function isOwnRecord({ jurisdictionId, accountId, entersFor }: Scope): Expression<SqlBool> {
  return revision.or([
    revision('orgId', '=', revision.fn.any(revision.val([...entersFor]))),
    revision.exists(
      revision
        .selectFrom('recordRevision as first')
        .select('first.id')
        .where('first.jurisdictionId', '=', jurisdictionId)
        .whereRef('first.id', '=', 'recordRevision.id')
        .where('first.revision', '=', 1)
        .where('first.enteredBy', '=', accountId),
    ),
  ])
}
