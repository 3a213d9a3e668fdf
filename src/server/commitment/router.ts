import { addCommitment } from '#server/commitment/add.ts'
import { discardCommitment } from '#server/commitment/discard.ts'
import { getCommitment } from '#server/commitment/get.ts'
import { editCommitment } from '#server/commitment/edit.ts'
import { mergeCommitments } from '#server/commitment/merge.ts'
import { restoreCommitment } from '#server/commitment/restore.ts'
import { splitCommitment } from '#server/commitment/split.ts'
import { signedIn } from '#server/http/implementer.ts'

const { commitment } = signedIn

export const commitmentRouter = {
  get: commitment.get.handler(({ input, context }) => getCommitment(context, input)),
  edit: commitment.edit.handler(async ({ input, context }) => ({ commitments: await editCommitment(context, input) })),
  add: commitment.add.handler(async ({ input, context }) => ({ commitments: await addCommitment(context, input) })),
  split: commitment.split.handler(async ({ input, context }) => ({ commitments: await splitCommitment(context, input) })),
  merge: commitment.merge.handler(async ({ input, context }) => ({ commitments: await mergeCommitments(context, input) })),
  discard: commitment.discard.handler(async ({ input, context }) => ({ commitments: await discardCommitment(context, input) })),
  restore: commitment.restore.handler(async ({ input, context }) => ({ commitments: await restoreCommitment(context, input) })),
}
