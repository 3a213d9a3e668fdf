import { Link, useLocation } from '@tanstack/react-router'
import { useEffect, useMemo, useReducer } from 'react'
import type { Commitment } from '#core/commitment/commitment.ts'
import { Icon } from '#web/_components/icon.tsx'
import { Only } from '#web/_components/only.tsx'
import { PageTitle } from '#web/_components/page-title.tsx'
import { client } from '#web/_lib/client.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { Dispatch, usePlanText } from './context.ts'
import { Dialogs } from './dialogs/dialogs.tsx'
import { PlanDocument } from './document/plan-document.tsx'
import { Lint } from './lint/lint.tsx'
import { firstState, type PageState, reduce } from './model/state.ts'
import type { PlanView } from './model/view.ts'
import { Losses, Notes } from './notes/notes.tsx'
import { QuestionBar } from './questions/question-bar.tsx'
import { Teach } from './teach/teach.tsx'
import { NewVersionButton } from './revision/new-version.tsx'
import { DraftTree } from './tree/draft-tree.tsx'
import { type Acts, ActsContext } from './tree/use-acts.ts'
import { useRun } from './use-plan.ts'

/** Questions on top, the document left, the draft right; what is lit on one side is lit on the other. */
export function PlanPage({ view }: { readonly view: PlanView }) {
  const { text } = usePlanText()
  const wanted = useLocation({ select: ({ hash }) => hash })
  const [state, dispatch] = useReducer(reduce, firstState)
  const { run, isBusy } = useRun(view.plan.id)
  const planId = view.plan.id

  const acts: Acts = {
    restore: (commitment) => {
      const { id, version } = wholeOf(commitment, view.commitments)
      return run(
        () => client.commitment.restore({ planId, id, version }),
        () => text.done.restored,
      )
    },
  }
  const merge = (into: Commitment, others: readonly Commitment[]): void => {
    const versions = [into, ...others].map(({ version }) => version)
    void run(
      () => client.commitment.merge({ planId, into: into.id, others: others.map(({ id }) => id), versions }),
      () => text.done.merged,
    ).then((isDone) => isDone && dispatch({ kind: 'unmark' }))
  }
  const wantedId = useMemo(() => view.commitments.find(({ id }) => id === wanted)?.id ?? null, [view.commitments, wanted])
  useEffect(() => {
    if (wantedId !== null) dispatch({ kind: 'focus', id: wantedId, from: 'question', open: true })
  }, [wantedId])

  const pane = (name: PageState['pane'], label: string) => (
    <button type="button" aria-pressed={state.pane === name} onClick={() => dispatch({ kind: 'pane', pane: name })}>
      {label}
    </button>
  )
  const { plan } = view
  const title = plan.title === '' ? plan.fileName : plan.title
  return (
    <Dispatch value={dispatch}>
      <ActsContext value={acts}>
        <PageTitle words={title} />
        <div className={`plan shows-${state.pane}`}>
          <header className="plan-head">
            <h1 title={title}>{title}</h1>
            {plan.revision === 1 ? null : <span className="tag">{text.revision(plan.revision)}</span>}
            <span className="quiet">{text.imported(plan.importedBy, momentText(plan.importedAt))}</span>
            <span className="progress">{text.progress(plan.confirmed, plan.commitments)}</span>
            <Link to="/ledger" search={{ plan: plan.id }} className="button small">
              <Icon name="ledger" />
              {text.toLedger}
            </Link>
            {plan.confirmed === 0 ? null : (
              <Link to="/dispatch" search={{ plan: plan.id }} className="button small">
                {text.toDispatch}
              </Link>
            )}
            {plan.confirmed === 0 ? null : (
              <Only may="counting:define">
                <Link to="/plans/$planId/counting" params={{ planId: plan.id }} className="button small">
                  {text.toCounting}
                </Link>
              </Only>
            )}
            {plan.confirmed === 0 ? null : (
              <Only may="commitment:edit">
                <Link to="/plans/$planId/carry-over" params={{ planId: plan.id }} className="button small quiet">
                  {text.toCarryOver}
                </Link>
              </Only>
            )}
            <Only may="plan:import">
              <NewVersionButton planId={planId} />
            </Only>
            <Only may="plan:confirm">
              <button
                type="button"
                className="button primary small"
                disabled={plan.confirmed === plan.commitments}
                onClick={() => dispatch({ kind: 'dialog', dialog: { kind: 'confirm', clause: null } })}
              >
                <Icon name="check" />
                {text.confirmAll}
              </button>
            </Only>
          </header>
          <Losses view={view} />
          <QuestionBar view={view} run={run} isBusy={isBusy} state={state} />
          <div className="pane-switch" role="group" aria-label={text.panes}>
            {pane('document', text.document)}
            {pane('tree', text.draft)}
          </div>
          <div className="panes">
            <PlanDocument view={view} state={state} />
            <div className="side">
              <DraftTree view={view} state={state} onMerge={merge} />
              <Notes view={view} />
              <Lint view={view} />
            </div>
          </div>
          {state.teach === null ? null : <Teach view={view} id={state.teach} />}
          <Dialogs view={view} dialog={state.dialog} run={run} isBusy={isBusy} />
        </div>
      </ActsContext>
    </Dispatch>
  )
}

/** What a restoration is asked for: a part of a split gives way to the whole it came from. */
function wholeOf(commitment: Commitment, all: readonly Commitment[]): Commitment {
  if (commitment.decision?.kind !== 'split' || commitment.state === 'discarded') return commitment
  return all.find(({ state, replacedBy }) => state === 'replaced' && replacedBy.includes(commitment.id)) ?? commitment
}
