import { Link } from '@tanstack/react-router'
import type { InspectionEntry } from '#contract/inspection.ts'
import { StateMark } from './state-mark.tsx'
import { daysText } from './days-text.ts'
import { useInspectionText } from './use-text.ts'

/** Inspections, one in a row. */
export function InspectionTable({ items }: { readonly items: readonly InspectionEntry[] }) {
  const text = useInspectionText()
  const { title, kind, days, units, lead, state, findings } = text.columns
  return (
    <div className="insp-scroll">
      <table>
        <thead>
          <tr>
            {[title, kind, days, units, lead, state, findings].map((each) => (
              <th key={each} scope="col">
                {each}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((each) => (
            <tr key={each.id}>
              <td>
                <Link to="/inspections/$inspectionId" params={{ inspectionId: each.id }}>
                  {each.title}
                </Link>
                <small>{each.topic}</small>
              </td>
              <td className="insp-number">{text.kinds[each.kind]}</td>
              <td className="insp-number">{daysText(each.from, each.to)}</td>
              <td>{each.units.join('、')}</td>
              <td className="insp-number">{each.lead}</td>
              <td className="insp-number">
                <StateMark
                  tone={each.state === 'running' ? 'now' : each.state === 'cancelled' ? 'off' : 'plain'}
                  words={text.states[each.state]}
                />
              </td>
              <td className={`insp-number ${each.late > 0 ? 'insp-late' : ''}`}>
                {each.late > 0 ? '⚠ ' : ''}
                {text.findingCount(each.findings, each.open, each.late)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
