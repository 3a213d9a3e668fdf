import { Dialog } from '#web/_components/dialog.tsx'
import { Icon } from '#web/_components/icon.tsx'
import { client } from '#web/_lib/client.ts'
import { indicatorText } from '#web/_words/reading/indicator.ts'
import { usePlanText } from '../context.ts'
import { within } from '../model/within.ts'
import type { PlanView } from '../model/view.ts'
import type { Run } from '../use-plan.ts'

interface ConfirmDialogProps {
  readonly view: PlanView
  /** Null: the whole plan. */
  readonly clause: string | null
  readonly run: Run
  readonly isBusy: boolean
  readonly onClose: () => void
}

/** What will be confirmed, and what is still open in it. */
export function ConfirmDialog({ view, clause, run, isBusy, onClose }: ConfirmDialogProps) {
  const { text, words } = usePlanText()
  const drafts = view.commitments.filter((each) => each.state === 'draft' && (clause === null || within(each.clause, clause, view.clauses)))
  const asked = new Set(view.questions.filter(({ answer }) => answer === null).flatMap(({ commitments }) => commitments))
  const withQuestions = drafts.filter(({ id }) => asked.has(id)).length
  const toDefine = drafts.filter(({ reading }) => reading.kind === 'undefined').length
  const aspect = view.clauses.find(({ id }) => id === clause)
  const confirm = async (): Promise<void> => {
    const isDone = await run(
      () => client.plan.confirm({ planId: view.plan.id, clause }),
      ({ commitments }) => text.done.confirmed(commitments.length),
    )
    if (isDone) onClose()
  }
  return (
    <Dialog wide title={clause === null ? text.confirm.titleAll : text.confirm.titleAspect} onClose={onClose}>
      <div className="body confirm">
        {aspect === undefined ? null : (
          <h3>
            {aspect.marker}
            {aspect.title}
          </h3>
        )}
        <p>{drafts.length === 0 ? text.confirm.nothing : text.confirm.intro(drafts.length)}</p>
        <ul className="will-confirm">
          {drafts.map(({ id, ref, reading, text: quoted }) => (
            <li key={id}>
              <span className="ref">{ref}</span>
              <i className={`glyph kind-${reading.kind}`} data-glyph={words.glyph[reading.kind]} title={words.kind[reading.kind]} />
              <span className="what">{reading.object?.value ?? quoted}</span>
              <b>{indicatorText(reading, words)}</b>
            </li>
          ))}
        </ul>
        {withQuestions > 0 ? (
          <p className="notice warning">
            <Icon name="question" />
            {text.confirm.openQuestions(withQuestions)}
          </p>
        ) : null}
        {toDefine > 0 ? (
          <p className="notice warning">
            <Icon name="warning" />
            {text.confirm.toDefine(toDefine)}
          </p>
        ) : null}
      </div>
      <div className="foot">
        <button type="button" className="button" onClick={onClose}>
          {text.confirm.cancel}
        </button>
        <button type="button" className="button primary" disabled={drafts.length === 0 || isBusy} onClick={() => void confirm()}>
          {text.confirm.act(drafts.length)}
        </button>
      </div>
    </Dialog>
  )
}
