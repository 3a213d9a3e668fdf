import type { AspectNode } from '../model/tree.ts'
import { Icon } from '#web/_components/icon.tsx'
import { Only } from '#web/_components/only.tsx'
import { useDispatch, usePlanText } from '../context.ts'
import type { PageState } from '../model/state.ts'
import { headingWords } from '../model/heading-words.ts'
import type { PlanClause, PlanQuestion } from '../model/view.ts'
import { CommitmentRow } from './commitment-row.tsx'

interface AspectSectionProps {
  readonly aspect: AspectNode
  readonly documentText: string
  readonly questionsOf: ReadonlyMap<string, readonly PlanQuestion[]>
  readonly state: PageState
}

const none: readonly PlanQuestion[] = []

/** One aspect with its findings and measures, and what is left to confirm in it. */
export function AspectSection({ aspect, documentText, questionsOf, state }: AspectSectionProps) {
  const { text } = usePlanText()
  const dispatch = useDispatch()
  const all = aspect.measures
    .flatMap(({ commitments }) => commitments)
    .filter((each) => each.state === 'draft' || each.state === 'confirmed')
  const confirmed = all.filter((each) => each.state === 'confirmed').length
  const isDone = confirmed === all.length
  return (
    <section className="aspect" aria-label={headingWords(aspect.clause, documentText)}>
      <header>
        <h3>{headingWords(aspect.clause, documentText)}</h3>
        <span className={`count ${isDone ? 'done' : ''}`} title={text.progress(confirmed, all.length)}>
          {isDone ? <Icon name="check" /> : null}
          {text.aspectCount(confirmed, all.length)}
        </span>
        <Only may="plan:confirm">
          <button
            type="button"
            className="button small"
            disabled={isDone}
            onClick={() => dispatch({ kind: 'dialog', dialog: { kind: 'confirm', clause: aspect.clause.id } })}
          >
            {isDone ? text.aspectDone : text.confirmAspect}
          </button>
        </Only>
      </header>
      {aspect.findings.map((finding) => (
        <Finding key={finding.id} finding={finding} label={text.finding} />
      ))}
      {aspect.measures.map(({ clause, findings, commitments }) => (
        <div key={clause.id} className="measure">
          {findings.map((finding) => (
            <Finding key={finding.id} finding={finding} label={text.finding} />
          ))}
          {clause === aspect.clause ? null : <h4>{headingWords(clause, documentText)}</h4>}
          <ul>
            {commitments.map((commitment) => (
              <CommitmentRow
                key={commitment.id}
                commitment={commitment}
                documentText={documentText}
                questions={questionsOf.get(commitment.id) ?? none}
                isFocused={state.focus === commitment.id}
                isHovered={state.hover === commitment.id}
                isOpen={state.open && state.focus === commitment.id}
                isMarked={state.marked.includes(commitment.id)}
              />
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function Finding({ finding, label }: { readonly finding: PlanClause; readonly label: string }) {
  const words = finding.title === '' ? finding.marker : finding.title
  return (
    <p className="finding" title={words}>
      <span className="tag">{label}</span>
      {words}
    </p>
  )
}
