import { stageWords } from '#web/_components/closure/stage-words.ts'
import { useClosureText } from '#web/_components/closure/use-text.ts'
import type { client } from '#web/_lib/client.ts'
import { useConsequenceText } from './use-text.ts'

/** Something closed that may be opened again. */
export type ClosedItem = Awaited<ReturnType<typeof client.findingConsequence.closed>>['items'][number]

interface ClosedChoiceProps {
  readonly items: readonly ClosedItem[]
  readonly total: number
  readonly words: string
  readonly chosen: ClosedItem | null
  readonly onWords: (words: string) => void
  readonly onChoose: (item: ClosedItem) => void
}

/** Everything closed, found by words; one of it is chosen. What was chosen stays in sight while one looks for another. */
export function ClosedChoice({ items, total, words, chosen, onWords, onChoose }: ClosedChoiceProps) {
  const text = useConsequenceText()
  const isElsewhere = chosen !== null && !items.some(({ closure }) => closure === chosen.closure)
  const shown = isElsewhere ? [chosen, ...items] : items
  return (
    <fieldset className="closed-choice">
      <legend className="label">{text.closed}</legend>
      <input
        className="input"
        type="search"
        aria-label={text.findClosed}
        placeholder={text.findClosed}
        maxLength={100}
        value={words}
        onChange={(event) => onWords(event.target.value)}
      />
      <div className="closed-choice-items">
        {shown.map((item) => (
          <Choice key={item.closure} item={item} isChosen={item.closure === chosen?.closure} onChoose={onChoose} />
        ))}
      </div>
      <p className="quiet" role="status">
        {total === 0 ? text.noMatch : text.shown(items.length, total)}
      </p>
    </fieldset>
  )
}

function Choice({
  item,
  isChosen,
  onChoose,
}: {
  readonly item: ClosedItem
  readonly isChosen: boolean
  readonly onChoose: (item: ClosedItem) => void
}) {
  const text = useConsequenceText()
  const stage = stageWords(item, useClosureText())
  const marks = [item.isAbout ? text.about : '', item.isOfUnit ? text.ofUnit : ''].filter((words) => words !== '')
  return (
    <label className={isChosen ? 'chosen' : ''}>
      <input type="radio" name="closed" checked={isChosen} onChange={() => onChoose(item)} />
      <span>
        <span lang="zh-CN">{`${item.ref} ${item.sentence}`}</span>
        {marks.map((words) => (
          <strong key={words} className="closed-choice-mark">
            {words}
          </strong>
        ))}
        <small className="quiet" lang="zh-CN">
          {[stage, item.units === '' ? text.noUnit : item.units, item.plan].filter((part) => part !== '').join(' · ')}
        </small>
      </span>
    </label>
  )
}
