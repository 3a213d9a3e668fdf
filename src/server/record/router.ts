import { signedIn } from '#server/http/implementer.ts'
import { recordHistory } from '#server/record/history.ts'
import { readNames } from '#server/record/names.ts'
import { findParties, listMembers } from '#server/record/parties.ts'
import { readCredited } from '#server/record/read-credited.ts'
import { changeSetting, readSetting } from '#server/record/setting.ts'
import { startRecord } from '#server/record/start.ts'
import { recordWindow } from '#server/record/window.ts'
import { correct, enterRecord, review, voidOne } from '#server/record/write.ts'

const { record } = signedIn

export const recordRouter = {
  enter: record.enter.handler(({ input, context }) => enterRecord(context, input)),
  window: record.window.handler(({ input, context }) => recordWindow(context, input)),
  history: record.history.handler(({ input, context }) => recordHistory(context, input)),
  correct: record.correct.handler(({ input, context }) => correct(context, input)),
  void: record.void.handler(({ input, context }) => voidOne(context, input)),
  review: record.review.handler(({ input, context }) => review(context, input)),
  start: record.start.handler(({ input, context }) => startRecord(context, input)),
  parties: record.parties.handler(({ input, context }) => findParties(context, input)),
  members: record.members.handler(({ input, context }) => listMembers(context, input)),
  names: record.names.handler(({ input, context }) => readNames(context, input)),
  credited: record.credited.handler(({ input, context }) => readCredited(context, input)),
  setting: record.setting.handler(({ context }) => readSetting(context)),
  set: record.set.handler(({ input, context }) => changeSetting(context, input)),
}
