import type { Draft } from '#core/draft/draft.ts'
import { usesIn } from '#core/phrase-rule/uses.ts'
import type { Tx } from '#server/db/connect.ts'

/** Notes which rules a plan was read through. Part of the import's own transaction and entry. */
export async function insertUses(
  tx: Tx,
  jurisdictionId: string,
  { planId, text, draft }: { readonly planId: string; readonly text: string; readonly draft: Draft },
): Promise<void> {
  const uses = usesIn(text, draft)
  if (uses.length === 0) return
  await tx
    .insertInto('phraseRuleUse')
    .values(
      uses.map(({ rule, uses: count, quotes }) => ({ jurisdictionId, ruleId: rule, planId, uses: count, quotes: JSON.stringify(quotes) })),
    )
    .execute()
}
