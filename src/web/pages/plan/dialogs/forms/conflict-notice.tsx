import { Button } from 'antd'
import type { Commitment } from '#core/commitment/commitment.ts'
import { momentText } from '#web/_lib/day-text.ts'
import type { ReadingWords } from '#web/_words/reading/words.ts'
import { usePlanText } from '../../context.ts'
import { differences, type DraftField } from '../../model/conflict.ts'
import { draftOf, type ReadingDraft } from '../../model/reading-draft.ts'
import { useFormText } from './use-form-text.ts'

interface ConflictNoticeProps {
  /** As it stands now. */
  readonly commitment: Commitment
  readonly mine: ReadingDraft
  readonly onTakeTheirs: () => void
  readonly onGoOn: () => void
}

/** What the form holds beside what someone else has saved meanwhile; nothing is saved before the person has chosen. */
export function ConflictNotice({ commitment, mine, onTakeTheirs, onGoOn }: ConflictNoticeProps) {
  const { words } = usePlanText()
  const text = useFormText()
  const theirs = draftOf(commitment.reading)
  const { decision, state } = commitment
  const by = decision === null ? null : text.conflictBy(decision.by, momentText(decision.at))
  return (
    <section className="conflict" role="alert">
      <h3>{text.conflict}</h3>
      <p>
        {by === null ? null : <span>{by} </span>}
        <span>{words.state[state]}</span>
      </p>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{text.mine}</th>
            <th scope="col">{text.theirs}</th>
          </tr>
        </thead>
        <tbody>
          {differences(mine, theirs).map((field) => (
            <tr key={field}>
              <th scope="row">{labelOf(field, words, text.every)}</th>
              <td>{wordsOf(field, mine, words) || text.none}</td>
              <td>{wordsOf(field, theirs, words) || text.none}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="acts">
        <Button onClick={onTakeTheirs}>{text.takeTheirs}</Button>
        <Button onClick={onGoOn}>{text.goOn}</Button>
      </div>
    </section>
  )
}

function labelOf(field: DraftField, words: ReadingWords, every: string): string {
  if (field === 'every') return every
  return words.field[field === 'periodUnit' ? 'period' : field]
}

function wordsOf(field: DraftField, draft: ReadingDraft, words: ReadingWords): string {
  switch (field) {
    case 'kind':
      return words.kind[draft.kind]
    case 'periodUnit':
      return words.periodUnit[draft.periodUnit]
    case 'every':
      return String(draft.every)
    case 'comparator':
      return draft.comparator === null ? '' : words.comparatorLong[draft.comparator]
    case 'scope':
      return words.scope[draft.scope]
    case 'nature':
      return draft.nature === null ? '' : words.nature[draft.nature]
    case 'leaders':
    case 'leadOrgs':
    case 'supportingOrgs':
    case 'owners':
      return draft[field].join('、')
    case 'value':
    case 'upper':
    case 'unit':
    case 'deadline':
    case 'object':
    case 'base':
      return draft[field]
  }
}
