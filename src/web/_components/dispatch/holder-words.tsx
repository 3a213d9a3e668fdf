import type { HolderView } from '#contract/dispatch.ts'
import { useDispatchText } from './use-text.ts'

/** A post with who holds it, who substitutes, or that nobody does. */
export function HolderWords({ holder }: { readonly holder: HolderView | null }) {
  const text = useDispatchText()
  if (holder === null) return <span className="quiet">{text.notYet}</span>
  const { title, names, standIn, isVacant } = holder
  return (
    <span lang="zh-CN">
      {title} {isVacant ? null : <b>{names.join('、')}</b>}
      {isVacant ? (
        <strong className="dispatch-vacant">
          ○ {names.length > 0 ? `${names.join('、')} ` : ''}
          {text.vacant}
        </strong>
      ) : null}
      {standIn === null ? null : <span className="tag">{text.standIn(standIn)}</span>}
    </span>
  )
}

/** The same as plain words, for lists to choose from. */
export function holderLine({ title, names }: HolderView): string {
  return [title, names.join('、')].filter((part) => part !== '').join(' ')
}
