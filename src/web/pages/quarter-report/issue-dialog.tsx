import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReportContent } from '#core/quarter-report/quarter-report.ts'
import { DialogFoot } from '#web/_components/dialog-foot.tsx'
import { Dialog } from '#web/_components/dialog.tsx'
import { client } from '#web/_lib/client.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { useQuarterText } from './use-text.ts'

/** Says once more what issuing means. */
export function IssueDialog({ content: { quarter, units }, onClose }: { readonly content: ReportContent; readonly onClose: () => void }) {
  const text = useQuarterText()
  const failureText = useFailureText()
  const cache = useQueryClient()
  const issue = useMutation({
    mutationFn: () => client.quarterReport.issue({ ...quarter, address: location.origin }),
    onSuccess: onClose,
    onSettled: () => cache.invalidateQueries({ queryKey: ['quarter-reports'] }),
  })
  return (
    <Dialog title={text.issueTitle(text.quarter(quarter.year, quarter.quarter))} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          issue.mutate()
        }}
      >
        <div className="body">
          <p>{text.issueWords(units.unconfirmed.length)}</p>
          {issue.isError ? (
            <p className="notice error" role="alert">
              {failureText(issue.error)}
            </p>
          ) : null}
        </div>
        <DialogFoot cancel={text.cancel} submit={text.issue} isBusy={issue.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}
