import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

interface RowProps {
  readonly row: {
    readonly commitment: string
    readonly ref: string
    readonly plan: string
    readonly sentence: string
    readonly note: string
  }
  /** How it stands. */
  readonly words: string
  readonly isOpen: boolean
  readonly toggle: string
  readonly onToggle: () => void
  readonly children: ReactNode
}

/** One line of the list, which opens where it stands. */
export function ClosureRow({ row, words, isOpen, toggle, onToggle, children }: RowProps) {
  return (
    <li>
      <div className="closures-line">
        <Link to="/commitments/$id" params={{ id: row.commitment }} className="closures-ref">
          {row.ref}
        </Link>
        <span lang="zh-CN" className="closures-sentence">
          {row.sentence}
        </span>
        {words === '' ? null : <strong>{words}</strong>}
        <span className="quiet">{row.note}</span>
        <button type="button" className="button quiet" aria-expanded={isOpen} onClick={onToggle}>
          {toggle}
        </button>
      </div>
      {isOpen ? <div className="closures-open">{children}</div> : null}
    </li>
  )
}
