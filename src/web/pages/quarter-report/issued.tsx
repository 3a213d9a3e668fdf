import type { QuarterReport } from '#core/quarter-report/quarter-report.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { useQuarterText } from './use-text.ts'

/** The reports that were issued, each with its two files. */
export function Issued({ reports }: { readonly reports: readonly QuarterReport[] }) {
  const text = useQuarterText()
  return (
    <>
      <h3>{text.issued}</h3>
      {reports.length === 0 ? <p className="quiet">{text.none}</p> : null}
      <ul className="issued">
        {reports.map(({ id, issuedBy, issuedAt, code, isTakenBack }) => (
          <li key={id}>
            <span>{text.issuedBy(issuedBy, momentText(issuedAt))}</span>
            <span className="quiet number">{text.code(code)}</span>
            {isTakenBack ? <span className="stand changed">{text.takenBack}</span> : null}
            <a href={`/api/quarter-reports/${id}/report`} download>
              {text.reportFile}
            </a>
            <a href={`/api/quarter-reports/${id}/ledger`} download>
              {text.ledgerFile}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
