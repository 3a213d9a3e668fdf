import { Link } from '@tanstack/react-router'
import type { DispatchBoard, DispatchRow } from '#contract/dispatch.ts'
import { UnitSelect } from './unit-select.tsx'
import { usePageText } from './use-text.ts'

interface HandOutRowProps {
  readonly row: DispatchRow
  readonly units: DispatchBoard['units']
  /** Where it would go; '' nowhere yet. */
  readonly unit: string
  readonly isChosen: boolean
  readonly onUnit: (unit: string) => void
  readonly onChoose: (isOn: boolean) => void
}

/** One commitment that waits to be handed out. */
export function HandOutRow({ row, units, unit, isChosen, onUnit, onChoose }: HandOutRowProps) {
  const text = usePageText()
  const { commitment, ref, sentence, indicator, planned, suggested, dueOn } = row
  return (
    <li>
      <div className="dispatch-row">
        <input type="checkbox" aria-label={text.select(ref)} checked={isChosen} onChange={(event) => onChoose(event.target.checked)} />
        <Link to="/commitments/$id" params={{ id: commitment }} search={{}} className="dispatch-ref">
          {ref}
        </Link>
        <span lang="zh-CN" className="dispatch-words">
          {sentence}
        </span>
        <UnitSelect units={units} label={`${ref} ${text.tabs.waiting}`} value={unit} onChange={onUnit} />
      </div>
      <p className="dispatch-note" lang="zh-CN">
        {indicator === '' ? null : <span>{indicator}</span>}
        {dueOn === null ? null : <span>{text.due(dueOn)}</span>}
        {planned === '' ? null : <span>{text.planned(planned)}</span>}
        {suggested === null ? null : <span>{text.suggestedUnit(suggested.unit.name)}</span>}
        {suggested !== null && suggested.unknown.length > 0 ? (
          <span className="dispatch-vacant">{text.unknown(suggested.unknown.join('、'))}</span>
        ) : null}
      </p>
    </li>
  )
}
