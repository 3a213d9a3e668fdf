import { useState } from 'react'
import type { InspectionView } from '#contract/inspection.ts'
import type { InspectionAct } from '#core/inspection/inspection.ts'
import { client } from '#web/_lib/client.ts'
import { download } from '#web/_lib/download.ts'
import { ActDialog } from './act-dialog.tsx'
import { FailureNotice } from './failure-notice.tsx'
import { useInspectionAct } from './use-act.ts'
import { useInspectionText } from './use-text.ts'

/** What can be done with the inspection as a whole, and its documents. */
export function Acts({ inspection }: { readonly inspection: InspectionView }) {
  const text = useInspectionText()
  const [asked, setAsked] = useState<InspectionAct | null>(null)
  const { id, state, may, forecast } = inspection
  const notice = useInspectionAct(() => client.inspection.notice({ id, org: null }), give)
  const report = useInspectionAct(() => client.inspection.report({ id }), give)
  const hasNotice = state !== 'draft' && state !== 'cancelled'
  const hasReport = forecast !== null && (state === 'ended' || state === 'reported')
  if (may.length === 0 && !hasNotice) return null
  return (
    <div className="insp-acts">
      <p className="insp-line">
        {may.map((act) => (
          <button key={act} type="button" className={`button ${MAIN.has(act) ? 'primary' : 'quiet'}`} onClick={() => setAsked(act)}>
            {text.acts[act]}
          </button>
        ))}
        {hasNotice ? (
          <button type="button" className="button" disabled={notice.isPending} onClick={() => notice.mutate()}>
            {text.notice} .docx
          </button>
        ) : null}
        {hasReport ? (
          <button type="button" className="button" disabled={report.isPending} onClick={() => report.mutate()}>
            {text.reportFile} .docx
          </button>
        ) : null}
      </p>
      <FailureNotice error={notice.error ?? report.error} />
      {asked === null ? null : <ActDialog inspection={inspection} act={asked} onClose={() => setAsked(null)} />}
    </div>
  )
}

const MAIN: ReadonlySet<InspectionAct> = new Set(['file', 'begin', 'end', 'report'] as const)

function give(file: File): void {
  download(file, file.name)
}
