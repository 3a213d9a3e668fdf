import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { DispatchBoard } from '#contract/dispatch.ts'
import { BulkDialog, type Planned } from './bulk-dialog.tsx'
import { rowsOf } from './model/tabs.ts'
import { usePageText } from './use-text.ts'

/** 待分办: everything that follows the plan's own units in one act, the rest by hand. */
export function HandOut({ board }: { readonly board: DispatchBoard }) {
  const text = usePageText()
  const rows = rowsOf(board, 'waiting', 'office')
  const [byHand, setByHand] = useState<ReadonlyMap<string, string>>(new Map())
  const [isOpen, setIsOpen] = useState(false)
  const names = new Map(board.units.map(({ id, name }) => [id, name]))
  const planned = rows.flatMap(({ commitment, version, ref, sentence, suggested }): readonly Planned[] => {
    const hand = byHand.get(commitment)
    if (hand !== undefined && hand !== '')
      return [
        {
          commitment,
          version,
          ref,
          sentence,
          unit: { id: hand, name: names.get(hand) ?? '' },
          supporting: (suggested?.supporting ?? []).filter(({ id }) => id !== hand),
        },
      ]
    return hand === '' || suggested === null
      ? []
      : [{ commitment, version, ref, sentence, unit: suggested.unit, supporting: suggested.supporting }]
  })
  if (rows.length === 0) return <p className="quiet">{text.none.waiting}</p>
  return (
    <section>
      {planned.length === 0 ? null : (
        <p>
          <button type="button" className="button primary" onClick={() => setIsOpen(true)}>
            {text.bulk(planned.length)}
          </button>
        </p>
      )}
      <ul className="dispatch-rows">
        {rows.map(({ commitment, ref, sentence, planned: said, suggested, dueOn }) => (
          <li key={commitment}>
            <div className="dispatch-row">
              <Link to="/commitments/$id" params={{ id: commitment }} search={{}} className="dispatch-ref">
                {ref}
              </Link>
              <span lang="zh-CN" className="dispatch-words">
                {sentence}
              </span>
              <select
                className="input dispatch-pick"
                aria-label={`${ref} ${text.tabs.waiting}`}
                value={byHand.get(commitment) ?? suggested?.unit.id ?? ''}
                onChange={(event) => setByHand(new Map(byHand).set(commitment, event.target.value))}
              >
                <option value="">—</option>
                {board.units.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </div>
            <p className="dispatch-note" lang="zh-CN">
              {dueOn === null ? null : <span>{text.due(dueOn)}</span>}
              {said === '' ? null : <span>{text.planned(said)}</span>}
              {suggested === null ? null : <span>{text.suggestedUnit(suggested.unit.name)}</span>}
              {suggested !== null && suggested.unknown.length > 0 ? (
                <span className="dispatch-vacant">{text.unknown(suggested.unknown.join('、'))}</span>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
      {isOpen ? <BulkDialog planned={planned} rest={rows.length - planned.length} onClose={() => setIsOpen(false)} /> : null}
    </section>
  )
}
