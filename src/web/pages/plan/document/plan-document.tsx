import { useEffect, useMemo, useRef, useState } from 'react'
import { Only } from '#web/_components/only.tsx'
import { useDispatch, usePlanText } from '../context.ts'
import { type PreparedBlock, prepareBlocks } from '../model/prepare.ts'
import type { PageState } from '../model/state.ts'
import type { PlanView } from '../model/view.ts'
import { BlockView, dark, type Lights, lightsOn } from './block-view.tsx'
import { Legend } from './legend.tsx'
import { commitmentAt, showText } from './locate.ts'
import { SelectionButton } from './selection-button.tsx'
import { TableView } from './table-view.tsx'
import './document.css'

/** The document of the plan with its commitments marked; follows the tree and leads it. */
export function PlanDocument({ view, state }: { readonly view: PlanView; readonly state: PageState }) {
  const { text, words } = usePlanText()
  const dispatch = useDispatch()
  const paper = useRef<HTMLDivElement>(null)
  const [showsRevisions, setShowsRevisions] = useState(false)
  const runs = useMemo(() => runsOf(prepareBlocks(view)), [view])
  const idOf = (id: string | null) => view.commitments.find((commitment) => commitment.id === id)?.id ?? null
  const sentence = view.commitments.find(({ id }) => id === (state.focus ?? state.hover))?.sentence ?? null
  const lights = { focus: state.focus, hover: state.hover, sentence, spot: state.spot }
  const { focus, focusedFrom, spot, pane } = state

  useEffect(() => {
    if (focus !== null && focusedFrom !== 'document') showText(paper.current, `[data-marks~="${focus}"]`)
  }, [focus, focusedFrom])
  useEffect(() => {
    // on a narrow screen the document comes into view only now
    if (pane === 'document') showText(paper.current, '.focused')
  }, [pane])
  useEffect(() => {
    if (spot !== null && focus === null) showText(paper.current, '.in-spot')
  }, [spot, focus])

  const revisions = view.document.revisions.length
  return (
    <section className="document" aria-label={text.document}>
      <header className="pane-head">
        <Legend words={words} label={text.legend} />
        {revisions === 0 ? null : (
          <label className="toggle">
            <input type="checkbox" checked={showsRevisions} onChange={(event) => setShowsRevisions(event.target.checked)} />
            {text.showRevisions} <span className="quiet">{text.shownRevisions(revisions)}</span>
          </label>
        )}
      </header>
      <div
        className="scroll"
        ref={paper}
        tabIndex={0}
        role="document"
        aria-label={text.document}
        onPointerOver={(event) => dispatch({ kind: 'hover', id: idOf(commitmentAt(event.target)) })}
        onPointerLeave={() => dispatch({ kind: 'hover', id: null })}
        onClick={(event) => {
          const id = idOf(commitmentAt(event.target, state.focus))
          if (id !== null && getSelection()?.isCollapsed !== false) dispatch({ kind: 'focus', id, from: 'document' })
        }}
      >
        <article className="paper lit" lang="zh-CN">
          {runs.map((run) =>
            run.kind === 'table' ? (
              <TableView
                key={run.key}
                text={view.document.text}
                rows={run.rows}
                lights={run.isTouchedBy(lights) ? lights : dark}
                showsRevisions={showsRevisions}
                words={words}
              />
            ) : (
              <BlockView
                key={run.key}
                text={view.document.text}
                prepared={run.block}
                {...lightsOn(run.block, lights)}
                showsRevisions={showsRevisions}
                words={words}
              />
            ),
          )}
        </article>
        <Only may="commitment:edit">
          <SelectionButton container={paper} near={state.focus} />
        </Only>
      </div>
    </section>
  )
}

type RunOfBlocks =
  | { readonly kind: 'block'; readonly key: number; readonly block: PreparedBlock }
  | { readonly kind: 'table'; readonly key: number; readonly rows: PreparedBlock[]; readonly isTouchedBy: (lights: Lights) => boolean }

/** Blocks as they are drawn: rows of one table together. */
function runsOf(blocks: readonly PreparedBlock[]): readonly RunOfBlocks[] {
  const runs: RunOfBlocks[] = []
  for (const block of blocks) {
    const last = runs.at(-1)
    const key = block.block.span.start
    if (block.block.kind !== 'row') runs.push({ kind: 'block', key, block })
    else if (last?.kind === 'table' && last.rows[0]?.block.table === block.block.table) last.rows.push(block)
    else {
      const rows = [block]
      runs.push({
        kind: 'table',
        key,
        rows,
        isTouchedBy: (lights) => rows.some((row) => Object.values(lightsOn(row, lights)).some((light) => light !== null)),
      })
    }
  }
  return runs
}
