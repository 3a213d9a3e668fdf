import { useState } from 'react'
import type { PeriodLock } from '#core/period-lock/period-lock.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { useMay } from '#web/_lib/may.ts'
import { LaterCorrections } from './later-corrections.tsx'
import type { Asked } from './lock-dialog.tsx'
import type { ListedQuarter } from './recent-quarters.ts'
import { usePeriodLocksText } from './use-text.ts'

interface Row {
  readonly listed: ListedQuarter<PeriodLock & { readonly laterRevisions: number }>
  readonly onAsk: (asked: Asked) => void
}

/** One quarter with its state, what can be done, and what came after its lock. */
export function QuarterRow({ listed: { quarter, isOver, lock }, onAsk }: Row) {
  const text = usePeriodLocksText()
  const mayLock = useMay('period-lock:lock')
  const [isOpen, setIsOpen] = useState(false)
  const words = text.quarter(quarter.year, quarter.quarter)
  const isLocked = lock !== null && lock.unlocked === null
  const state = isLocked ? text.locked : !isOver ? text.running : lock === null ? text.open : text.taken
  return (
    <li className={isLocked ? 'locked' : ''}>
      <div className="line">
        <strong>{words}</strong>
        <span className="state">{state}</span>
        {isLocked ? (
          <>
            <span className="quiet">{`${lock.lockedBy} ${momentText(lock.lockedAt)}`}</span>
            <button
              type="button"
              className="button quiet small"
              aria-expanded={isOpen}
              disabled={lock.laterRevisions === 0}
              onClick={() => setIsOpen(!isOpen)}
            >
              {text.later(lock.laterRevisions)}
            </button>
            {mayLock ? (
              <button type="button" className="button small" onClick={() => onAsk({ kind: 'unlock', id: lock.id, words })}>
                {text.unlock}
              </button>
            ) : null}
          </>
        ) : isOver && mayLock ? (
          <button type="button" className="button small" onClick={() => onAsk({ kind: 'lock', quarter, words })}>
            {text.lock}
          </button>
        ) : null}
      </div>
      {lock?.unlocked == null ? null : (
        <p className="quiet">{text.reasonWas(lock.unlocked.by, momentText(lock.unlocked.at), lock.unlocked.reason)}</p>
      )}
      {isLocked && isOpen ? <LaterCorrections id={lock.id} /> : null}
    </li>
  )
}
