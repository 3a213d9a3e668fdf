import type { InspectionView } from '#contract/inspection.ts'
import { daysText } from './days-text.ts'
import { useInspectionText } from './use-text.ts'

/** Where the inspection goes, and what it asks there. */
export function Visits({ inspection: { visits } }: { readonly inspection: InspectionView }) {
  const text = useInspectionText()
  if (visits.length === 0) return null
  return (
    <section>
      <h2>{text.visits}</h2>
      <ul className="insp-list">
        {visits.map(({ id, orgName, drawn, from, to, people, minutes }) => (
          <li key={id}>
            <strong>{orgName}</strong> {drawn === null ? null : <span>{drawn} </span>}
            <span className="quiet">{text.visitLine(daysText(from, to), people, text.minutes(minutes))}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
