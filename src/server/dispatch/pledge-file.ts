import { keyOf, type Party } from '#core/roster/party.ts'
import { writeOfficial } from '#formats/docx/write-official.ts'
import { pledgeBlocks } from '#server/dispatch/pledge-document.ts'
import { loadSigned, pledgesOf } from '#server/dispatch/sign.ts'
import { AppError } from '#server/platform/errors.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** 责任书 as an editable .docx: as it reads now, with who has signed it so. Journalled. */
export async function pledgeFile(context: Context, { plan, party }: { readonly plan: string; readonly party: Party }): Promise<File> {
  const { blocks, title, by } = await change(context, async ({ tx, actor, allow, scope, record }) => {
    allow('dispatch:export')
    const { pledges } = await pledgesOf(tx, context, await scope(), plan)
    const own = pledges.find(({ pledge }) => keyOf(pledge.party) === keyOf(party))
    if (own === undefined) throw new AppError('NOT_FOUND')
    const last = (await loadSigned(tx, actor.jurisdictionId, plan)).get(keyOf(party))
    const { name } = await tx.selectFrom('jurisdiction').select('name').where('id', '=', actor.jurisdictionId).executeTakeFirstOrThrow()
    const facts = { digest: own.digest, signature: last?.digest === own.digest ? last : null, by: name, on: context.asOf }
    await record({
      verb: 'pledge.export',
      subject: { kind: 'plan', id: plan },
      after: { title: own.pledge.title, items: own.pledge.items.length, digest: own.digest },
    })
    return { blocks: pledgeBlocks(own.pledge, facts), title: `整改责任书-${own.pledge.title}`, by: name }
  })
  const bytes = new Uint8Array(await writeOfficial(blocks, { title, author: by }))
  return new File([bytes], `${title}.docx`, { type: TYPE })
}
