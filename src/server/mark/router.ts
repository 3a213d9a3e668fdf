import { signedIn } from '#server/http/implementer.ts'
import { listMarks, markOfRecord } from '#server/mark/list.ts'
import { markRecord, markRegister } from '#server/mark/set.ts'

const { mark } = signedIn

export const markRouter = {
  list: mark.list.handler(async ({ context }) => ({ items: await listMarks(context) })),
  setRegister: mark.setRegister.handler(({ input, context }) => markRegister(context, input)),
  ofRecord: mark.ofRecord.handler(({ input, context }) => markOfRecord(context, input)),
  setRecord: mark.setRecord.handler(({ input, context }) => markRecord(context, input)),
}
