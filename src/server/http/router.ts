import { accountRouter } from '#server/account/router.ts'
import { changeRouter } from '#server/change/router.ts'
import { difficultyRouter } from '#server/difficulty/router.ts'
import { digestRouter } from '#server/digest/router.ts'
import { calendarRouter } from '#server/calendar/router.ts'
import { secondFactorRouter } from '#server/authn/factor/router.ts'
import { federatedRouter } from '#server/authn/elsewhere/router.ts'
import { sessionRouter } from '#server/authn/router.ts'
import { commitmentRouter } from '#server/commitment/router.ts'
import { countingRouter } from '#server/counting/router.ts'
import { closureRouter } from '#server/closure/router.ts'
import { findingRouter } from '#server/finding/router.ts'
import { findingConsequenceRouter } from '#server/finding-consequence/router.ts'
import { similarCaseReviewRouter } from '#server/similar-case-review/router.ts'
import { dispatchRouter } from '#server/dispatch/router.ts'
import { drawRouter } from '#server/draw/router.ts'
import { evidenceRouter } from '#server/evidence/router.ts'
import { grantRouter } from '#server/grant/router.ts'
import { handoverRouter } from '#server/handover/router.ts'
import { homeRouter } from '#server/home/router.ts'
import { importRouter } from '#server/import/router.ts'
import { lightRouter } from '#server/light/router.ts'
import { inspectionRouter } from '#server/inspection/router.ts'
import { journalRouter } from '#server/journal/router.ts'
import { ledgerRouter } from '#server/ledger/router.ts'
import { markRouter } from '#server/mark/router.ts'
import { occurrenceRouter } from '#server/occurrence/router.ts'
import { organisationRouter } from '#server/org/router.ts'
import { periodLockRouter } from '#server/period-lock/router.ts'
import { personalRouter } from '#server/personal/router.ts'
import { phraseRuleRouter } from '#server/phrase-rule/router.ts'
import { planBatchRouter } from '#server/plan-batch/router.ts'
import { planRouter } from '#server/plan/router.ts'
import { progressRouter } from '#server/progress/router.ts'
import { questionRouter } from '#server/question/router.ts'
import { recordRouter } from '#server/record/router.ts'
import { quarterReportRouter } from '#server/quarter-report/router.ts'
import { queueRouter } from '#server/queue/router.ts'
import { reconciliationRouter } from '#server/reconciliation/router.ts'
import { recordImportRouter } from '#server/record-import/router.ts'
import { registerRouter } from '#server/register/router.ts'
import { revisionRouter } from '#server/revision/router.ts'
import { reminderRouter } from '#server/reminder/router.ts'
import { setupRouter } from '#server/setup/router.ts'
import { submissionRouter } from '#server/submission/router.ts'
import { substitutionRouter } from '#server/substitution/router.ts'
import { timetableRouter } from '#server/timetable/router.ts'
import { workCalendarRouter } from '#server/work-calendar/router.ts'

/** Every procedure of the contract with the verb behind it. */
export const router = {
  account: accountRouter,
  grant: grantRouter,
  mark: markRouter,
  personal: personalRouter,
  substitution: substitutionRouter,
  handover: handoverRouter,
  home: homeRouter,
  session: sessionRouter,
  secondFactor: secondFactorRouter,
  federated: federatedRouter,
  setup: setupRouter,
  plan: planRouter,
  planImport: importRouter,
  revision: revisionRouter,
  phraseRule: phraseRuleRouter,
  planBatch: planBatchRouter,
  commitment: commitmentRouter,
  question: questionRouter,
  ledger: ledgerRouter,
  light: lightRouter,
  organisation: organisationRouter,
  register: registerRouter,
  record: recordRouter,
  counting: countingRouter,
  occurrence: occurrenceRouter,
  evidence: evidenceRouter,
  recordImport: recordImportRouter,
  workCalendar: workCalendarRouter,
  calendar: calendarRouter,
  periodLock: periodLockRouter,
  journal: journalRouter,
  draw: drawRouter,
  closure: closureRouter,
  dispatch: dispatchRouter,
  finding: findingRouter,
  reconciliation: reconciliationRouter,
  progress: progressRouter,
  difficulty: difficultyRouter,
  change: changeRouter,
  reminder: reminderRouter,
  digest: digestRouter,
  submission: submissionRouter,
  quarterReport: quarterReportRouter,
  inspection: inspectionRouter,
  findingConsequence: findingConsequenceRouter,
  similarCaseReview: similarCaseReviewRouter,
  queue: queueRouter,
  timetable: timetableRouter,
}
