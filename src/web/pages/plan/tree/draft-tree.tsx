import { type CSSProperties, useEffect, useMemo, useRef } from 'react'
import type { Commitment } from '#core/commitment/commitment.ts'
import { keysOf } from '#web/_lib/keys-of.ts'
import { Only } from '#web/_components/only.tsx'
import { useDispatch, usePlanText } from '../context.ts'
import type { PageState, TreeFilter } from '../model/state.ts'
import { buildTree } from '../model/tree.ts'
import type { PlanQuestion, PlanView } from '../model/view.ts'
import { AspectSection } from './aspect-section.tsx'
import { MergeBar } from './merge-bar.tsx'
import { showRow } from './show-row.ts'
import { useTreeKeys } from './use-tree-keys.ts'
import './tree.css'

interface DraftTreeProps {
  readonly view: PlanView
  readonly state: PageState
  readonly onMerge: (into: Commitment, others: readonly Commitment[]) => void
}

/** The draft: aspect → finding and measure → commitments. Follows the document and leads it. */
export function DraftTree({ view, state, onMerge }: DraftTreeProps) {
  const { text } = usePlanText()
  const dispatch = useDispatch()
  const list = useRef<HTMLDivElement>(null)
  const questionsOf = useMemo(() => byCommitment(view.questions), [view.questions])
  const shown = useMemo(
    () => view.commitments.filter((commitment) => matches(commitment, state.filter, questionsOf)),
    [view.commitments, state.filter, questionsOf],
  )
  const tree = useMemo(() => buildTree(view.clauses, shown), [view.clauses, shown])
  const flow = useMemo(() => tree.flatMap(({ measures }) => measures.flatMap(({ commitments }) => commitments)), [tree])
  const onKeyDown = useTreeKeys(flow, state, list)
  const { focus, focusedFrom, open, pane } = state

  useEffect(() => {
    if (focus !== null && focusedFrom !== 'tree') showRow(list.current, focus)
  }, [focus, focusedFrom])

  useEffect(() => {
    // on a narrow screen the draft comes into view only now
    const row = pane === 'tree' ? list.current?.querySelector('.commitment.focused') : null
    if (row) showRow(list.current, row.id)
  }, [pane])
  useEffect(() => {
    if (open && focus !== null) document.getElementById(focus)?.scrollIntoView({ block: 'nearest' })
  }, [open, focus])

  const counts = (filter: TreeFilter): number => view.commitments.filter((commitment) => matches(commitment, filter, questionsOf)).length
  return (
    <section className="draft" aria-label={text.draft}>
      <header className="pane-head">
        <div className="filters" role="group" aria-label={text.filter.label}>
          {keysOf(text.filter)
            .filter((key) => key !== 'label')
            .map((filter) => (
              <button
                key={filter}
                type="button"
                aria-pressed={state.filter === filter}
                onClick={() => dispatch({ kind: 'filter', filter })}
              >
                {text.filter[filter]} <b>{counts(filter)}</b>
              </button>
            ))}
        </div>
        <Only may="commitment:edit">
          <button type="button" className="button quiet small keys" onClick={() => dispatch({ kind: 'dialog', dialog: { kind: 'keys' } })}>
            {text.keyboard}
          </button>
        </Only>
      </header>
      <div className="scroll" ref={list} onKeyDown={onKeyDown} role="presentation" style={refWidth(view.commitments)}>
        {tree.length === 0 ? <p className="empty">{text.emptyTree}</p> : null}
        {tree.map((aspect) => (
          <AspectSection key={aspect.clause.id} aspect={aspect} documentText={view.document.text} questionsOf={questionsOf} state={state} />
        ))}
      </div>
      {state.marked.length > 0 ? <MergeBar commitments={view.commitments} marked={state.marked} onMerge={onMerge} /> : null}
    </section>
  )
}

/** Room for the longest number, so that the rows line up. */
function refWidth(commitments: readonly Commitment[]): CSSProperties {
  const longest = Math.max(4, ...commitments.map(({ ref }) => widthOf(ref)))
  return Object.fromEntries([['--ref-width', `${Math.min(150, Math.round(longest * 7.4) + 8)}px`]])
}

/** In digits: a Chinese character is two wide. */
function widthOf(ref: string): number {
  return ref.length + (ref.match(/[\u2E80-\uFFFF]/g)?.length ?? 0)
}

function byCommitment(questions: readonly PlanQuestion[]): ReadonlyMap<string, readonly PlanQuestion[]> {
  const map = new Map<string, PlanQuestion[]>()
  for (const question of questions) {
    for (const id of question.commitments) {
      const list = map.get(id) ?? []
      list.push(question)
      map.set(id, list)
    }
  }
  return map
}

function matches({ id, state }: Commitment, filter: TreeFilter, questionsOf: ReadonlyMap<string, readonly PlanQuestion[]>): boolean {
  switch (filter) {
    case 'all':
      return state !== 'replaced'
    case 'draft':
    case 'confirmed':
    case 'discarded':
      return state === filter
    case 'questions':
      return (state === 'draft' || state === 'confirmed') && (questionsOf.get(id) ?? []).some(({ answer }) => answer === null)
  }
}
