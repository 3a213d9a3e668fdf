import { sql } from 'kysely'
import * as z from 'zod'
import { fold } from '#compiler/source/fold.ts'
import { sketchOf, versionLikeness } from '#core/revision/sketch.ts'
import { PlanId } from '#core/plan/plan.ts'
import type { Side } from '#core/revision/side.ts'
import type { Tx } from '#server/db/connect.ts'

/** Plans that a document may be a version of, the likeliest first. `share`: how much they have in common, 0–1. */
export const Alike = z.array(z.object({ planId: PlanId, title: z.string(), share: z.number() }).readonly()).readonly()
export type Alike = z.infer<typeof Alike>

const MOST = 3

/** The sketch of a document as it was read. */
export function sketchOfRead(side: Side): readonly number[] {
  return sketchOf({ ...side, text: fold(side.text) })
}

/** Keeps by what a plan is known. */
export async function saveSketch(tx: Tx, jurisdictionId: string, planId: string, sketch: readonly number[]): Promise<void> {
  await tx
    .updateTable('plan')
    .set({ sketch: [...sketch] })
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', planId)
    .execute()
}

/** The plans of a jurisdiction that a document is like, by its sentences or its title. */
export async function plansAlike(
  tx: Tx,
  jurisdictionId: string,
  document: { readonly title: string; readonly sketch: readonly number[] },
): Promise<Alike> {
  const rows = await tx
    .selectFrom('plan')
    .select(['id', 'title', 'sketch'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where((eb) =>
      eb.or([
        sql<boolean>`sketch && ${[...document.sketch]}::integer[]`,
        eb(eb.fn('left', ['title', eb.val(12)]), '=', document.title.slice(0, 12)),
      ]),
    )
    .execute()
  return rows
    .map(({ id, title, sketch }) => ({ planId: PlanId.parse(id), title, share: versionLikeness(document, { title, sketch }) }))
    .filter(({ share }) => share > 0)
    .toSorted((a, b) => b.share - a.share || (a.planId < b.planId ? -1 : 1))
    .slice(0, MOST)
}
