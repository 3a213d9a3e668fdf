import { useState } from 'react'
import type { InspectionFindingView } from '#contract/inspection.ts'
import { FormDialog } from '#web/_components/form-dialog.tsx'
import { client } from '#web/_lib/client.ts'
import { FindingFields } from './finding-fields.tsx'
import { useInspectionAct } from './use-act.ts'
import { useInspectionFailure, useInspectionText } from './use-text.ts'

/** 修改问题, before its unit is told of it. */
export function RewordDialog({ finding, onClose }: { readonly finding: InspectionFindingView; readonly onClose: () => void }) {
  const text = useInspectionText()
  const failureText = useInspectionFailure()
  const { id, version, words, demand, dueOn } = finding
  const [said, setSaid] = useState({ words, demand, dueOn: String(dueOn) })
  const run = useInspectionAct(() => client.inspection.reword({ id, version, ...said }), onClose)
  return (
    <FormDialog title={text.reword} cancel={text.cancel} submit={text.reword} act={run} failureText={failureText} onClose={onClose}>
      <p className="quiet">{text.rewordHint}</p>
      <FindingFields said={said} onChange={setSaid} />
    </FormDialog>
  )
}
