import { useState } from 'react'
import type { InspectionFindingView } from '#contract/inspection.ts'
import { DialogFoot } from '#web/_components/dialog-foot.tsx'
import { Dialog } from '#web/_components/dialog.tsx'
import { client } from '#web/_lib/client.ts'
import { FailureNotice } from './failure-notice.tsx'
import { FindingFields } from './finding-fields.tsx'
import { useInspectionAct } from './use-act.ts'
import { useInspectionText } from './use-text.ts'

/** 修改问题, before its unit is told of it. */
export function RewordDialog({ finding, onClose }: { readonly finding: InspectionFindingView; readonly onClose: () => void }) {
  const text = useInspectionText()
  const { id, version, words, demand, dueOn } = finding
  const [said, setSaid] = useState({ words, demand, dueOn: String(dueOn) })
  const run = useInspectionAct(() => client.inspection.reword({ id, version, ...said }), onClose)
  return (
    <Dialog title={text.reword} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          run.mutate()
        }}
      >
        <div className="body">
          <p className="quiet">{text.rewordHint}</p>
          <FindingFields said={said} onChange={setSaid} />
          <FailureNotice error={run.error} />
        </div>
        <DialogFoot cancel={text.cancel} submit={text.reword} isBusy={run.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}
