import { signedIn } from '#server/http/implementer.ts'
import { beginBatch } from '#server/plan-batch/begin.ts'
import { cancelBatch, finishBatch } from '#server/plan-batch/end.ts'
import { getBatch, listBatches } from '#server/plan-batch/read.ts'
import { takeInto } from '#server/plan-batch/take-file.ts'

const { planBatch } = signedIn

export const planBatchRouter = {
  list: planBatch.list.handler(async ({ context }) => ({ items: await listBatches(context) })),
  begin: planBatch.begin.handler(({ input, context }) => beginBatch(context, input)),
  get: planBatch.get.handler(({ input, context }) => getBatch(context, input)),
  noteUnsent: planBatch.noteUnsent.handler(({ input, context }) =>
    takeInto(context, input.id, { path: input.path, error: { code: input.code, params: {} } }),
  ),
  finish: planBatch.finish.handler(({ input, context }) => finishBatch(context, input)),
  cancel: planBatch.cancel.handler(({ input, context }) => cancelBatch(context, input)),
}
