import { useState } from 'react'
import type { DispatchBoard, DispatchRow } from '#contract/dispatch.ts'
import { BulkDialog, type Planned } from './bulk-dialog.tsx'
import { HandOutRow } from './hand-out-row.tsx'
import { rowsOf } from './model/tabs.ts'
import { UnitSelect } from './unit-select.tsx'
import { usePageText } from './use-text.ts'

type Commitment = DispatchRow['commitment']

/** 待分办: what follows the plan's own units is filled in; the rest is chosen one by one or several together, and all of it goes out in one act. */
export function HandOut({ board }: { readonly board: DispatchBoard }) {
  const text = usePageText()
  const rows = rowsOf(board, 'waiting', 'office')
  const [byHand, setByHand] = useState<ReadonlyMap<Commitment, string>>(new Map())
  const [chosen, setChosen] = useState<ReadonlySet<Commitment>>(new Set())
  const [isOpen, setIsOpen] = useState(false)
  const [done, setDone] = useState<readonly Planned[]>([])
  const names = new Map(board.units.map(({ id, name }) => [id, name]))
  const unitOf = ({ commitment, suggested }: DispatchRow): string => byHand.get(commitment) ?? suggested?.unit.id ?? ''
  const planned = rows.flatMap((row): readonly Planned[] => {
    const id = unitOf(row)
    if (id === '') return []
    const supporting = (row.suggested?.supporting ?? []).filter((each) => each.id !== id)
    return [{ ...row, unit: { id, name: names.get(id) ?? row.suggested?.unit.name ?? '' }, supporting }]
  })
  const give = (some: readonly Commitment[], unit: string): void =>
    setByHand(new Map([...byHand, ...some.map((commitment) => [commitment, unit] as const)]))
  const turn = (some: readonly Commitment[], isOn: boolean): void => {
    const next = new Set(chosen)
    for (const each of some)
      if (isOn) next.add(each)
      else next.delete(each)
    setChosen(next)
  }
  const waiting = rows.filter(({ commitment }) => chosen.has(commitment)).map(({ commitment }) => commitment)
  const told =
    done.length === 0 ? null : (
      <p className="notice done" role="status">
        {text.handedOut(done.length, new Set(done.map(({ unit }) => unit.id)).size)}
      </p>
    )
  if (rows.length === 0)
    return (
      <>
        {told}
        <p className="quiet">{text.none.waiting}</p>
      </>
    )
  return (
    <section>
      {told}
      <div className="dispatch-hand">
        <span className={waiting.length === 0 ? 'quiet' : ''}>{text.chosen(waiting.length)}</span>
        {waiting.length === 0 ? null : (
          <UnitSelect
            units={board.units}
            label={text.chosenUnit}
            value=""
            onChange={(unit) => {
              give(waiting, unit)
              setChosen(new Set())
            }}
          />
        )}
        {planned.length === 0 ? null : (
          <button type="button" className="button primary" onClick={() => setIsOpen(true)}>
            {text.bulk(planned.length)}
          </button>
        )}
      </div>
      {[...Map.groupBy(rows, ({ aspect }) => aspect)].map(([aspect, some]) => (
        <section key={aspect} className="dispatch-group">
          <h2 lang="zh-CN">
            <label>
              <input
                type="checkbox"
                aria-label={text.chooseAspect(aspect === '' ? text.noAspect : aspect)}
                checked={some.every(({ commitment }) => chosen.has(commitment))}
                onChange={(event) =>
                  turn(
                    some.map(({ commitment }) => commitment),
                    event.target.checked,
                  )
                }
              />{' '}
              {aspect === '' ? text.noAspect : aspect} <span className="quiet">{text.items(some.length)}</span>
            </label>
          </h2>
          <ul className="dispatch-rows">
            {some.map((row) => (
              <HandOutRow
                key={row.commitment}
                row={row}
                units={board.units}
                unit={unitOf(row)}
                isChosen={chosen.has(row.commitment)}
                onUnit={(unit) => give([row.commitment], unit)}
                onChoose={(isOn) => turn([row.commitment], isOn)}
              />
            ))}
          </ul>
        </section>
      ))}
      {isOpen ? (
        <BulkDialog
          planned={planned}
          rest={rows.length - planned.length}
          onDone={() => setDone(planned)}
          onClose={() => setIsOpen(false)}
        />
      ) : null}
    </section>
  )
}
