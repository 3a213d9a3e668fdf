import type { ReportContent } from '#core/quarter-report/quarter-report.ts'
import { FormDialog } from '#web/_components/form-dialog.tsx'
import { client } from '#web/_lib/client.ts'
import { useAct } from '#web/_lib/use-act.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { useQuarterText } from './use-text.ts'

/** Says once more what issuing means. */
export function IssueDialog({ content: { quarter, units }, onClose }: { readonly content: ReportContent; readonly onClose: () => void }) {
  const text = useQuarterText()
  const failureText = useFailureText()
  const issue = useAct(['quarter-reports'], () => client.quarterReport.issue({ ...quarter, address: location.origin }), onClose)
  return (
    <FormDialog
      title={text.issueTitle(text.quarter(quarter.year, quarter.quarter))}
      cancel={text.cancel}
      submit={text.issue}
      act={issue}
      failureText={failureText}
      onClose={onClose}
    >
      <p>{text.issueWords(units.unconfirmed.length)}</p>
    </FormDialog>
  )
}
