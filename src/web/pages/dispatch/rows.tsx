import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { DispatchRow } from '#contract/dispatch.ts'
import { DispatchPanel } from '#web/_components/dispatch/dispatch-panel.tsx'
import { HolderWords } from '#web/_components/dispatch/holder-words.tsx'
import { useDispatchText } from '#web/_components/dispatch/use-text.ts'
import { ConfirmAll } from './confirm-all.tsx'
import { usePageText } from './use-text.ts'

/** Commitments by unit; each opens where it stands. */
export function Rows({ rows, none }: { readonly rows: readonly DispatchRow[]; readonly none: string }) {
  const text = usePageText()
  const [opened, setOpened] = useState<string | null>(null)
  if (rows.length === 0) return <p className="quiet">{none}</p>
  return [...Map.groupBy(rows, ({ unit, planned }) => unit?.name ?? planned)].map(([unit, some]) => (
    <section key={unit} className="dispatch-group">
      <h2 lang="zh-CN">
        {unit} <span className="quiet">{text.items(some.length)}</span> <ConfirmAll rows={some} />
      </h2>
      <ul className="dispatch-rows">
        {some.map((row) => (
          <li key={row.commitment}>
            <Line
              row={row}
              isOpen={opened === row.commitment}
              onToggle={() => setOpened(opened === row.commitment ? null : row.commitment)}
            />
            {opened === row.commitment ? (
              <div className="dispatch-open">
                <DispatchPanel commitment={row.commitment} />
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  ))
}

function Line({ row, isOpen, onToggle }: { readonly row: DispatchRow; readonly isOpen: boolean; readonly onToggle: () => void }) {
  const text = usePageText()
  const dispatchText = useDispatchText()
  const { state, owner, note, indicator, dueOn, tasks } = row
  return (
    <>
      <div className="dispatch-row">
        <Link to="/commitments/$id" params={{ id: row.commitment }} search={{}} className="dispatch-ref">
          {row.ref}
        </Link>
        <span lang="zh-CN" className="dispatch-words">
          {row.sentence}
        </span>
        <strong className={`dispatch-state ${state}`}>{dispatchText.states[state]}</strong>
        <button type="button" className="button quiet" aria-expanded={isOpen} onClick={onToggle}>
          {isOpen ? text.close : text.open}
        </button>
      </div>
      <p className="dispatch-note">
        {indicator === '' ? null : <span lang="zh-CN">{indicator}</span>}
        {dueOn === null ? null : <span>{text.due(dueOn)}</span>}
        {owner === null ? null : <HolderWords holder={owner} />}
        {state === 'confirmed' && owner?.isVacant === true ? <strong className="dispatch-vacant">{text.toName}</strong> : null}
        {tasks === 0 ? null : <span>{text.steps(tasks)}</span>}
        {row.supporting.length === 0 ? null : <span lang="zh-CN">{text.supports(row.supporting.map(({ name }) => name).join('、'))}</span>}
        {state === 'refused' || state === 'insisted' ? <span lang="zh-CN">{note}</span> : null}
      </p>
    </>
  )
}
