import { useState } from 'react'
import { client } from '#web/_lib/client.ts'
import { FailureNotice } from './failure-notice.tsx'
import { useInspectionAct } from './use-act.ts'
import { useInspectionText } from './use-text.ts'

interface LimitProps {
  readonly year: number
  readonly filed: number
  readonly limit: { readonly version: number; readonly inspections: number | null; readonly perUnit: number | null }
}

/** 总量控制: how many were filed of how many, and another limit. */
export function LimitForm({ year, filed, limit: { version, inspections, perUnit } }: LimitProps) {
  const text = useInspectionText()
  const [isOpen, setIsOpen] = useState(false)
  const [most, setMost] = useState(String(inspections ?? 6))
  const [each, setEach] = useState(String(perUnit ?? 2))
  const set = useInspectionAct(
    () => client.inspection.setLimit({ year, version, inspections: Number(most), perUnit: Number(each) }),
    () => setIsOpen(false),
  )
  return (
    <form
      className="insp-limit"
      onSubmit={(event) => {
        event.preventDefault()
        set.mutate()
      }}
    >
      <p className="insp-line">
        <strong>{text.limit}</strong>
        <span className={inspections !== null && filed > inspections ? 'insp-late' : ''}>{text.limitNow(filed, inspections, perUnit)}</span>
        {isOpen ? null : (
          <button type="button" className="button quiet small" onClick={() => setIsOpen(true)}>
            {text.limitEdit}
          </button>
        )}
      </p>
      {isOpen ? (
        <>
          <p className="quiet">{text.limitHint}</p>
          <p className="insp-line">
            <label>
              {text.limitYear}
              <input
                className="input insp-small"
                type="number"
                min={0}
                max={1000}
                required
                value={most}
                onChange={(event) => setMost(event.target.value)}
              />
            </label>
            <label>
              {text.limitUnit}
              <input
                className="input insp-small"
                type="number"
                min={0}
                max={1000}
                required
                value={each}
                onChange={(event) => setEach(event.target.value)}
              />
            </label>
            <button type="submit" className="button primary" disabled={set.isPending}>
              {text.save}
            </button>
            <button type="button" className="button quiet" onClick={() => setIsOpen(false)}>
              {text.cancel}
            </button>
          </p>
          <FailureNotice error={set.error} />
        </>
      ) : null}
    </form>
  )
}
