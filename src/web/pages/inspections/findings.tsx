import { useState } from 'react'
import type { InspectionView } from '#contract/inspection.ts'
import { FindingCard } from './finding-card.tsx'
import { KeptNotice } from './kept-notice.tsx'
import { NoteDialog } from './note-dialog.tsx'
import { useInspectionText } from './use-text.ts'

/** What was found, and what became of it. */
export function Findings({ inspection }: { readonly inspection: InspectionView }) {
  const text = useInspectionText()
  const [isNoting, setIsNoting] = useState(false)
  const { findings, notes, visits } = inspection
  const first = visits[0]
  return (
    <section>
      <h2>{text.findings}</h2>
      {isNoting ? null : <KeptNotice inspection={inspection.id} />}
      {findings.length === 0 ? <p className="quiet">{text.noFindings}</p> : null}
      <ul className="insp-cards">
        {findings.map((finding) => (
          <FindingCard key={finding.id} finding={finding} />
        ))}
      </ul>
      {notes && first !== undefined ? (
        <button type="button" className="button" onClick={() => setIsNoting(true)}>
          {text.addFinding}
        </button>
      ) : null}
      {isNoting && first !== undefined ? (
        <NoteDialog inspection={inspection} visit={first.id} item={null} onClose={() => setIsNoting(false)} />
      ) : null}
    </section>
  )
}
