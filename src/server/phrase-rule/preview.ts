import type * as z from 'zod'
import type { RulePreview } from '#contract/phrase-rule.ts'
import { SourceDocument } from '#core/document/document.ts'
import { checkRule } from '#core/phrase-rule/check-rule.ts'
import type { ChangedSentence } from '#core/phrase-rule/changed-sentences.ts'
import type { PhraseRule, RuleWords } from '#core/phrase-rule/phrase-rule.ts'
import { PlanId } from '#core/plan/plan.ts'
import { textOf } from '#core/text/span.ts'
import { keepWorker } from '#formats/worker/keep-worker.ts'
import type { Tx } from '#server/db/connect.ts'
import { mentions } from '#server/phrase-rule/mentions.ts'
import type { PreviewJob } from '#server/phrase-rule/preview.worker.ts'
import { loadRules } from '#server/phrase-rule/stored.ts'
import { accepted } from '#server/plan/accepted.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Preview = z.infer<typeof RulePreview>

const LIMITS = { ms: 60_000, mb: 512 } as const
/** So many plans are looked at, the last imported first, so many at a time; so many sentences are shown. */
const MOST_PLANS = 1000
const AT_ONCE = 20
const MOST_SENTENCES = 60

/** 试用: what a rule would change in the plans there are. They are read in a thread of their own; nothing is kept. */
export async function previewRule(
  context: Context,
  { instead, ...words }: RuleWords & { readonly instead: string | null },
): Promise<Preview> {
  accepted(checkRule(words))
  return view(context, async ({ tx, actor, allow }) => {
    allow('phrase-rule:read')
    const { jurisdictionId } = actor
    const rules = (await loadRules(tx, jurisdictionId)).map(({ rule }) => rule)
    const proposed: PhraseRule = { ...words, id: instead ?? context.newId(), isOn: true, madeBy: actor.name, madeOn: context.asOf }
    const other = [...rules.filter(({ id }) => id !== instead), proposed]
    const phrases = [words.phrase, ...rules.flatMap(({ id, phrase }) => (id === instead ? [phrase] : []))]
    const plans = await planIds(tx, jurisdictionId)
    const sentences: Preview['sentences'][number][] = []
    const thread = keepWorker<PreviewJob, readonly (readonly ChangedSentence[])[]>(new URL('preview.worker.ts', import.meta.url), LIMITS)
    try {
      for (let at = 0; at < plans.length && sentences.length <= MOST_SENTENCES; at += AT_ONCE) {
        const all = await loadDocuments(tx, jurisdictionId, plans.slice(at, at + AT_ONCE))
        const loaded = all.filter(({ document }) => mentions(document.text, phrases))
        if (loaded.length === 0) continue
        const changed = await thread.run({ documents: loaded.map(({ document }) => document), rules, other })
        for (const [index, { plan, title, document }] of loaded.entries())
          for (const { sentence, before, after } of changed[index] ?? []) {
            const text = textOf(document.text, sentence)
            sentences.push({ plan, title, text, isOwn: text === words.example, before, after })
          }
      }
    } finally {
      await thread.end()
    }
    return { plans: plans.length, isCut: sentences.length > MOST_SENTENCES, sentences: sentences.slice(0, MOST_SENTENCES) }
  })
}

async function planIds(tx: Tx, jurisdictionId: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('plan')
    .select('id')
    .where('jurisdictionId', '=', jurisdictionId)
    .orderBy('importedAt', 'desc')
    .limit(MOST_PLANS)
    .execute()
  return rows.map(({ id }) => id)
}

async function loadDocuments(tx: Tx, jurisdictionId: string, plans: readonly string[]) {
  const rows = await tx
    .selectFrom('planDocument')
    .innerJoin('plan', (join) =>
      join.onRef('plan.jurisdictionId', '=', 'planDocument.jurisdictionId').onRef('plan.id', '=', 'planDocument.planId'),
    )
    .distinctOn('planDocument.planId')
    .select(['planDocument.planId', 'plan.title', 'planDocument.text', 'planDocument.blocks', 'planDocument.revisions'])
    .where('planDocument.jurisdictionId', '=', jurisdictionId)
    .where('plan.jurisdictionId', '=', jurisdictionId)
    .where('planDocument.planId', 'in', [...plans])
    .orderBy('planDocument.planId')
    .orderBy('planDocument.revision', 'desc')
    .execute()
  return rows.map(({ planId, title, text, blocks, revisions }) => ({
    plan: PlanId.parse(planId),
    title,
    document: SourceDocument.parse({ text, blocks, revisions }),
  }))
}
