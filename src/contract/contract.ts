import { account } from '#contract/account.ts'
import { change } from '#contract/change.ts'
import { commitmentReading } from '#contract/commitment.ts'
import { planCounting } from '#contract/counting.ts'
import { finding } from '#contract/finding.ts'
import { findingConsequence } from '#contract/finding-consequence.ts'
import { similarCaseReview } from '#contract/similar-case-review.ts'
import { difficulty } from '#contract/difficulty.ts'
import { digest } from '#contract/digest.ts'
import { evidence } from '#contract/evidence.ts'
import { grant } from '#contract/grant.ts'
import { federated } from '#contract/federated.ts'
import { handover } from '#contract/handover.ts'
import { home } from '#contract/home.ts'
import { light } from '#contract/light.ts'
import { journal } from '#contract/journal.ts'
import { calendar } from '#contract/calendar.ts'
import { closure } from '#contract/closure.ts'
import { dispatch } from '#contract/dispatch.ts'
import { draw } from '#contract/draw.ts'
import { inspection } from '#contract/inspection.ts'
import { ledger } from '#contract/ledger.ts'
import { mark } from '#contract/mark.ts'
import { personal } from '#contract/personal.ts'
import { occurrence } from '#contract/occurrence.ts'
import { organisation } from '#contract/org.ts'
import { planBatch } from '#contract/plan-batch.ts'
import { phraseRule } from '#contract/phrase-rule.ts'
import { periodLock } from '#contract/period-lock.ts'
import { commitment, plan, planImport, question } from '#contract/plan.ts'
import { counting, record } from '#contract/record.ts'
import { progress } from '#contract/progress.ts'
import { recordReading } from '#contract/record-reading.ts'
import { quarterReport } from '#contract/quarter-report.ts'
import { timetable } from '#contract/timetable.ts'
import { submission } from '#contract/submission.ts'
import { queue } from '#contract/queue.ts'
import { reconciliation } from '#contract/reconciliation.ts'
import { recordImport } from '#contract/record-import.ts'
import { register } from '#contract/register.ts'
import { revision } from '#contract/revision.ts'
import { reminder } from '#contract/reminder.ts'
import { secondFactor } from '#contract/second-factor.ts'
import { session } from '#contract/session.ts'
import { setup } from '#contract/setup.ts'
import { substitution } from '#contract/substitution.ts'
import { workCalendar } from '#contract/work-calendar.ts'

/** The whole HTTP API below `/api`; OpenAPI and the typed client follow from it. */
export const contract = {
  account,
  grant,
  mark,
  personal,
  substitution,
  handover,
  home,
  setup,
  session,
  secondFactor,
  federated,
  plan,
  planImport,
  revision,
  phraseRule,
  planBatch,
  commitment: { ...commitment, ...commitmentReading },
  question,
  ledger,
  light,
  organisation,
  register,
  record: { ...record, ...recordReading },
  counting: { ...counting, ...planCounting },
  occurrence,
  evidence,
  recordImport,
  workCalendar,
  calendar,
  periodLock,
  journal,
  draw,
  closure,
  dispatch,
  finding,
  reconciliation,
  progress,
  difficulty,
  change,
  reminder,
  digest,
  submission,
  quarterReport,
  inspection,
  findingConsequence,
  similarCaseReview,
  queue,
  timetable,
}
