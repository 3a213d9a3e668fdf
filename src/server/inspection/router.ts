import { signedIn } from '#server/http/implementer.ts'
import { actOn } from '#server/inspection/act.ts'
import { actOnOne, noteOnTheSpot, rewordOne } from '#server/inspection/act-on-finding.ts'
import { draftInspection, forecastPlan, writePlan } from '#server/inspection/draft.ts'
import { setLimit } from '#server/inspection/limit.ts'
import { getInspection, listInspections, waitingFindings } from '#server/inspection/list.ts'
import { noticeFile } from '#server/inspection/notice-file.ts'
import { answerItem, recordTalkAt } from '#server/inspection/on-the-spot.ts'
import { drawnItemsOf, findPromises, planOptions } from '#server/inspection/options.ts'
import { reportFile } from '#server/inspection/report-file.ts'
import { addTemplate, changeTemplate, listTemplates } from '#server/inspection/templates.ts'

const { inspection } = signedIn

export const inspectionRouter = {
  list: inspection.list.handler(({ input, context }) => listInspections(context, input)),
  get: inspection.get.handler(({ input, context }) => getInspection(context, input)),
  waiting: inspection.waiting.handler(({ context }) => waitingFindings(context)),
  options: inspection.options.handler(({ context }) => planOptions(context)),
  promises: inspection.promises.handler(({ input, context }) => findPromises(context, input)),
  drawn: inspection.drawn.handler(({ input, context }) => drawnItemsOf(context, input)),
  forecast: inspection.forecast.handler(({ input, context }) => forecastPlan(context, input)),
  draft: inspection.draft.handler(({ input, context }) => draftInspection(context, input)),
  write: inspection.write.handler(({ input, context }) => writePlan(context, input)),
  act: inspection.act.handler(({ input, context }) => actOn(context, input)),
  answer: inspection.answer.handler(({ input, context }) => answerItem(context, input)),
  talk: inspection.talk.handler(({ input, context }) => recordTalkAt(context, input)),
  note: inspection.note.handler(({ input, context }) => noteOnTheSpot(context, input)),
  reword: inspection.reword.handler(({ input, context }) => rewordOne(context, input)),
  actOnFinding: inspection.actOnFinding.handler(({ input, context }) => actOnOne(context, input)),
  templates: inspection.templates.handler(({ context }) => listTemplates(context)),
  addTemplate: inspection.addTemplate.handler(({ input, context }) => addTemplate(context, input)),
  changeTemplate: inspection.changeTemplate.handler(({ input, context }) => changeTemplate(context, input)),
  setLimit: inspection.setLimit.handler(({ input, context }) => setLimit(context, input)),
  notice: inspection.notice.handler(({ input, context }) => noticeFile(context, input)),
  report: inspection.report.handler(({ input, context }) => reportFile(context, input)),
}
