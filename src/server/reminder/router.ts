import { signedIn } from '#server/http/implementer.ts'
import { remindersOf } from '#server/reminder/read.ts'
import { sendReminders } from '#server/reminder/send.ts'
import { getReminderSetting, setReminderSetting } from '#server/reminder/setting.ts'

const { reminder } = signedIn

export const reminderRouter = {
  ofCommitment: reminder.ofCommitment.handler(({ input, context }) => remindersOf(context, input)),
  send: reminder.send.handler(({ input, context }) => sendReminders(context, input)),
  setting: reminder.setting.handler(({ context }) => getReminderSetting(context)),
  set: reminder.set.handler(({ input, context }) => setReminderSetting(context, input)),
}
