import type { InspectionTemplate } from '#contract/inspection.ts'
import { TemplateText } from '#core/inspection/template.ts'
import type { Pack } from '#core/pack/pack.ts'
import type { Tx } from '#server/db/connect.ts'
import type { Caller } from '#server/inspection/sight.ts'
import { AppError } from '#server/platform/errors.ts'
import { loadRegisterSet } from '#server/register/load.ts'
import { change, view } from '#server/verb/change.ts'

/** 检查清单模板: those of the pack in use, as they were changed since, and those that were added; by name. */
export async function loadTemplates(tx: Tx, jurisdictionId: string, packs: readonly Pack[]): Promise<readonly InspectionTemplate[]> {
  const { pack } = await loadRegisterSet(tx, jurisdictionId, packs)
  const rows = await tx
    .selectFrom('inspectionTemplate')
    .select(['id', 'version', 'name', 'words', 'items', 'packId', 'isRetired'])
    .where('jurisdictionId', '=', jurisdictionId)
    .orderBy('name')
    .execute()
  const kept = rows.map(({ id, version, packId, ...text }) => ({ id, version, packId, ...TemplateText.parse(text) }))
  const own = new Set(kept.flatMap(({ packId }) => packId ?? []))
  const offered = pack.checklists.filter(({ id }) => !own.has(id))
  return [...kept, ...offered.map(({ id, ...text }) => ({ ...text, id, version: 0, packId: id, isRetired: false }))]
}

/** 新增检查清单模板. */
export async function addTemplate(context: Caller, { template }: { readonly template: TemplateText }): Promise<InspectionTemplate> {
  return change(context, async ({ tx, allow, record }) => {
    allow('inspection:configure')
    const id = context.newId()
    await insertTemplate(tx, context, { id, packId: null, template })
    await record({ verb: 'inspection.template-add', subject: { kind: 'inspection-template', id }, after: template })
    return { ...template, id, version: 1, packId: null }
  })
}

/** 修改检查清单模板. Of a template of the pack, known by its id there and version 0, the changed one is kept in its place. */
export async function changeTemplate(
  context: Caller,
  { id, version, template }: { readonly id: string; readonly version: number; readonly template: TemplateText },
): Promise<InspectionTemplate> {
  return change(context, async ({ tx, actor: { jurisdictionId }, allow, record }) => {
    allow('inspection:configure')
    // two who change the same wait for each other
    await tx.selectFrom('jurisdiction').select('id').where('id', '=', jurisdictionId).forNoKeyUpdate().execute()
    const before = (await loadTemplates(tx, jurisdictionId, context.packs)).find((each) => each.id === id || each.packId === id)
    if (before === undefined) throw new AppError('NOT_FOUND')
    if (before.version !== version) throw new AppError('CONFLICT', { version: before.version })
    const isKept = before.version > 0
    const kept = isKept ? before.id : context.newId()
    if (isKept)
      await tx
        .updateTable('inspectionTemplate')
        .set({ ...columnsOf(context, template), version: version + 1 })
        .where('jurisdictionId', '=', jurisdictionId)
        .where('id', '=', kept)
        .execute()
    else await insertTemplate(tx, context, { id: kept, packId: before.packId, template })
    const { name, words, items, isRetired } = before
    await record({
      verb: 'inspection.template-change',
      subject: { kind: 'inspection-template', id: kept },
      before: { name, words, items, isRetired },
      after: template,
    })
    return { ...template, id: kept, version: version + 1, packId: before.packId }
  })
}

/** Every template, also those that are no longer offered. */
export async function listTemplates(context: Caller): Promise<{ readonly templates: readonly InspectionTemplate[] }> {
  return view(context, async ({ tx, actor: { jurisdictionId }, allow }) => {
    allow('inspection:plan')
    return { templates: await loadTemplates(tx, jurisdictionId, context.packs) }
  })
}

async function insertTemplate(
  tx: Tx,
  context: Caller,
  { id, packId, template }: { readonly id: string; readonly packId: string | null; readonly template: TemplateText },
): Promise<void> {
  const { jurisdictionId } = context.actor
  await tx
    .insertInto('inspectionTemplate')
    .values({ jurisdictionId, id, packId, version: 1, ...columnsOf(context, template) })
    .execute()
}

function columnsOf({ actor, now }: Caller, { items, ...text }: TemplateText) {
  return { ...text, items: JSON.stringify(items), changedAt: now, changedByName: actor.name }
}
