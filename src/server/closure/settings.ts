import type * as z from 'zod'
import type { closure as contract } from '#contract/closure.ts'
import { forecast } from '#core/closure/forecast.ts'
import { acceptLevels, type ClosureLevels, levelsFor, waysOf } from '#core/closure/settings.ts'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { Nature } from '#core/draft/reading.ts'
import type { PlanOrigin } from '#core/plan/origin.ts'
import type { Caller } from '#server/closure/act.ts'
import { loadSigners, panelOf } from '#server/closure/doers.ts'
import { loadFacts, loadSubject, measure } from '#server/closure/facts.ts'
import { whoDecides, withSight } from '#server/closure/seeing.ts'
import { leadersOver } from '#server/dispatch/lead.ts'
import { loadOrigins } from '#server/closure/origin.ts'
import { loadLevels } from '#server/closure/stored.ts'
import { accepted } from '#server/plan/accepted.ts'
import { AppError } from '#server/platform/errors.ts'
import { change, view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Setting = z.output<NonNullable<(typeof contract.setLevels)['~orpc']['outputSchema']>>
type Shown = z.output<NonNullable<(typeof contract.levels)['~orpc']['outputSchema']>>
type Previewed = z.output<NonNullable<(typeof contract.previewLevels)['~orpc']['outputSchema']>>

/** 审签设置, with everybody who can be named in it and the plans it is for. */
export async function getLevels(context: Context): Promise<Shown> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('closure:configure')
    const signers = await loadSigners(tx, actor.jurisdictionId, context.asOf)
    const named = signers.map(({ account, name, post }) => ({ account, name, post }))
    return { ...(await loadLevels(tx, actor.jurisdictionId)), signers: named, plans: await loadOrigins(tx, actor.jurisdictionId) }
  })
}

/** What is asked from now on goes this way; what is under way keeps the levels it was asked under. NOT_FOUND: it names an account that there is not. */
export async function setLevels(context: Context, { version, levels, watchDays }: Setting): Promise<Setting> {
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('closure:configure')
    const { jurisdictionId } = actor
    accepted(acceptLevels(levels))
    const before = await loadLevels(tx, jurisdictionId)
    if (before.version !== version) throw new AppError('CONFLICT', { version: before.version })
    const known = new Set((await loadSigners(tx, jurisdictionId, context.asOf)).map(({ account }) => account))
    const named = waysOf(levels).flatMap((each) => each.flatMap(({ accounts }) => accounts))
    if (named.some((account) => !known.has(account))) throw new AppError('NOT_FOUND')
    const set = { version: version + 1, levels: JSON.stringify(levels), watchDays }
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('closureSetting')
      .values({ jurisdictionId, ...set })
      .onConflict((conflict) => conflict.column('jurisdictionId').doUpdateSet(set).where('closureSetting.version', '=', version))
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows === 0n) throw new AppError('CONFLICT', { version })
    await record({
      verb: 'closure.configure',
      subject: { kind: 'closure-setting', id: jurisdictionId },
      before,
      after: { levels, watchDays },
    })
    return { version: version + 1, levels, watchDays }
  })
}

/** What a commitment would go through under some levels. */
export async function previewLevels(
  context: Caller,
  input: {
    readonly levels: ClosureLevels
    readonly nature: Nature
    readonly origin: PlanOrigin | null
    readonly commitment: CommitmentId | null
  },
): Promise<Previewed> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('closure:configure')
    const { jurisdictionId } = actor
    const { asOf, packs } = context
    const subject = input.commitment === null ? null : await loadSubject(tx, jurisdictionId, input.commitment)
    const facts =
      subject === null
        ? { doers: { parties: new Set<string>(), accounts: new Set<string>() } }
        : await loadFacts(tx, jurisdictionId, { subject, stage: '', measured: await measure(tx, jurisdictionId, subject.id, asOf), packs })
    const nature = subject === null ? input.nature : (subject.nature ?? 'staged')
    const { origin } = subject ?? input
    const ways = levelsFor(input.levels, { nature, origin })
    const at = { jurisdictionId, asOf }
    const everybody = await loadSigners(tx, jurisdictionId, asOf)
    const signers = subject === null ? everybody : await withSight(tx, at, subject.id, everybody, whoDecides(ways))
    const over = subject === null ? new Set<string>() : await leadersOver(tx, jurisdictionId, asOf, subject.id)
    const panel = await panelOf(tx, at, facts, { levels: ways, signers, over })
    const names = new Map(signers.map(({ account, name }) => [account, name]))
    const levels = forecast(panel).map(({ level: { role, mode, post }, turn }) => ({
      role,
      mode,
      post,
      turn: { kind: turn.kind, post: turn.kind === 'above' ? turn.post : null },
      people: 'accounts' in turn ? turn.accounts.flatMap((account) => names.get(account) ?? []) : [],
    }))
    return { nature, origin, levels }
  })
}
