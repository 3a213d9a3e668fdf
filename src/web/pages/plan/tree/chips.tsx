import type { Certain } from '#core/text/certain.ts'
import type { Reading } from '#core/draft/reading.ts'
import type { ReadingWords } from '#web/_words/reading/words.ts'
import { sourceText } from '#web/_words/reading/source.ts'
import { useDispatch, usePlanText } from '../context.ts'

/** A value of a reading in short; implied values are drawn with a dashed line and say why. Pointing at it lights its place. */
function Chip({ label, value, children }: { readonly label: string; readonly value: Certain<unknown>; readonly children: string }) {
  const { words } = usePlanText()
  const dispatch = useDispatch()
  const isStated = value.certainty === 'stated'
  const why = sourceText(value, words)
  return (
    <span
      className={`chip ${value.certainty}`}
      title={`${label}：${children}\n${why}`}
      onPointerEnter={() => isStated && dispatch({ kind: 'spot', span: value.span })}
      onPointerLeave={() => isStated && dispatch({ kind: 'spot', span: null })}
    >
      {children}
      {isStated ? null : <span className="visually-hidden">（{why}）</span>}
    </span>
  )
}

/** Scope, due day, nature and who answers, in this order. */
export function ReadingChips({ reading, words }: { readonly reading: Reading; readonly words: ReadingWords }) {
  const { scope, deadline, deadlineText, nature, leaders, leadOrgs, owners } = reading
  const due = deadline ?? deadlineText
  const names = [
    { label: words.field.leaders, list: leaders },
    { label: words.field.leadOrgs, list: leadOrgs },
    { label: words.field.owners, list: owners },
  ]
  return (
    <span className="chips">
      {scope.value === 'org' ? null : (
        <Chip label={words.field.scope} value={scope}>
          {words.scope[scope.value]}
        </Chip>
      )}
      {due === null ? null : (
        <Chip label={words.field.deadline} value={due}>
          {deadline === null ? due.value : words.by(deadline.value)}
        </Chip>
      )}
      {nature === null ? null : (
        <Chip label={words.field.nature} value={nature}>
          {words.nature[nature.value]}
        </Chip>
      )}
      {names.map(({ label, list }) =>
        list.map((name) => (
          <Chip key={`${label}${name.value}`} label={label} value={name}>
            {name.value}
          </Chip>
        )),
      )}
    </span>
  )
}
