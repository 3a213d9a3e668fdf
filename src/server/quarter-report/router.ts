import { signedIn } from '#server/http/implementer.ts'
import { draftFile, draftReport } from '#server/quarter-report/draft.ts'
import { issueReport } from '#server/quarter-report/issue.ts'
import { keepWords } from '#server/quarter-report/keep-words.ts'

const { quarterReport } = signedIn

export const quarterReportRouter = {
  draft: quarterReport.draft.handler(({ input, context }) => draftReport(context, input)),
  keepWords: quarterReport.keepWords.handler(({ input, context }) => keepWords(context, input)),
  draftFile: quarterReport.draftFile.handler(({ input, context }) => draftFile(context, input)),
  issue: quarterReport.issue.handler(({ input, context }) => issueReport(context, input)),
}
