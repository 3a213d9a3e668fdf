import type { Pack } from '#core/pack/pack.ts'
import type { Files } from '#server/files/store.ts'
import { startImport } from '#server/import/start-import.ts'
import type { Jobs } from '#server/jobs/jobs.ts'
import { readSample } from '#server/pack/sample.ts'
import { loadRegisterSet } from '#server/register/load.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 载入示例方案: the plan of an invented organisation, of the jurisdiction's pack, goes the way of every upload. */
export async function loadSample(
  context: Context & { readonly files: Files; readonly jobs: Jobs; readonly packs: readonly Pack[] },
): Promise<{ importId: string }> {
  const { pack } = await view(context, ({ tx, actor, allow }) => {
    allow('plan:import')
    return loadRegisterSet(tx, actor.jurisdictionId, context.packs)
  })
  const file = await context.files.receive(await readSample(pack, 'plan.txt'))
  try {
    const { importId } = await startImport(context, file, '示例整改方案.txt')
    return { importId }
  } finally {
    await file.drop()
  }
}
