import type { Commitment } from '#core/commitment/commitment.ts'
import { Icon, type IconName } from '#web/_components/icon.tsx'
import { Only } from '#web/_components/only.tsx'
import { momentText } from '#web/_lib/day-text.ts'
import { useQuestionWords } from '#web/_words/question/words.ts'
import { useDispatch, usePlanText } from '../context.ts'
import type { PlanQuestion } from '../model/view.ts'
import { ReadingTable } from './reading-table.tsx'
import { useActs } from './use-acts.ts'

interface CommitmentDetailProps {
  readonly commitment: Commitment
  readonly documentText: string
  readonly questions: readonly PlanQuestion[]
  readonly isMarked: boolean
}

/** The sentence, how each value was read, decisions and 口径, and what can be done. */
export function CommitmentDetail({ commitment, documentText, questions, isMarked }: CommitmentDetailProps) {
  const { text, words } = usePlanText()
  const questionWords = useQuestionWords()
  const dispatch = useDispatch()
  const acts = useActs()
  const { id, span, sentence, state, decision, basis } = commitment
  const open = (kind: 'edit' | 'split' | 'discard') => () => dispatch({ kind: 'dialog', dialog: { kind, id } })
  const before = sentence === null || span === null ? '' : documentText.slice(sentence.start, span.start)
  const after = sentence === null || span === null ? '' : documentText.slice(span.end, sentence.end)
  return (
    <div className="detail">
      <blockquote lang="zh-CN">
        {before}
        <b>{commitment.text}</b>
        {after}
      </blockquote>
      <ReadingTable commitment={commitment} />
      {basis.length === 0 ? null : (
        <ul className="basis">
          {basis.map((entry) => (
            <li key={entry.code}>
              <span className="tag">{text.basis}</span>
              {questionWords.title[entry.code]}：{questionWords.answerText(entry.code, entry.answer)}
              <span className="quiet"> {text.decidedBy(entry.by, momentText(entry.at))}</span>
            </li>
          ))}
        </ul>
      )}
      {decision === null ? null : (
        <p className="decision">
          <span className="tag">{words.decision[decision.kind]}</span>
          {decision.reason === undefined ? '' : words.discardReason[decision.reason]} {decision.note}
          <span className="quiet"> {text.decidedBy(decision.by, momentText(decision.at))}</span>
        </p>
      )}
      <div className="acts">
        <Only may="commitment:edit">
          {state === 'discarded' ? null : (
            <>
              <Act icon="edit" keys="e" label={text.edit} run={open('edit')} />
              <Act icon="split" keys="s" label={text.split} run={open('split')} />
              <Act
                icon="merge"
                keys="m"
                label={isMarked ? text.marked : text.merge}
                run={() => dispatch({ kind: 'mark', id })}
                isOn={isMarked}
              />
              <Act icon="discard" keys="d" label={text.discard} run={open('discard')} />
            </>
          )}
          {decision === null ? null : <Act icon="restore" keys="d" label={text.restore} run={() => void acts.restore(commitment)} />}
        </Only>
        {questions
          .filter(({ answer }) => answer === null)
          .map((question) => (
            <button
              key={question.id}
              type="button"
              className="button small asking"
              onClick={() => dispatch({ kind: 'ask', id: question.id })}
            >
              <Icon name="question" />
              {questionWords.title[question.code]}
            </button>
          ))}
      </div>
    </div>
  )
}

interface ActProps {
  readonly icon: IconName
  readonly keys: string
  readonly label: string
  readonly run: () => void
  readonly isOn?: boolean
}

function Act({ icon, keys, label, run, isOn = false }: ActProps) {
  return (
    <button type="button" className={`button small ${isOn ? 'primary' : ''}`} aria-keyshortcuts={keys} onClick={run}>
      <Icon name={icon} />
      {label}
    </button>
  )
}
