import type { HomeItem } from '#contract/home.ts'
import { ItemRow } from './item-row.tsx'
import { byDue } from './model/sort-items.ts'
import { useText } from './use-text.ts'

interface ItemListProps {
  readonly id: string
  readonly title: string
  readonly items: readonly HomeItem[]
  readonly total?: number
  readonly asOf: string
  readonly mayEnter: boolean
  readonly empty: string
}

/** A section of commitments, what is due first first. */
export function ItemList({ id, title, items, total = items.length, asOf, mayEnter, empty }: ItemListProps) {
  const text = useText()
  return (
    <section className="board" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {total > 0 ? <span className="count">{text.itemCount(total)}</span> : null}
      </header>
      {items.length === 0 ? (
        <p className="none">{empty}</p>
      ) : (
        <ol className="items">
          {byDue(items).map((item) => (
            <ItemRow key={`${item.commitment} ${item.subject}`} item={item} asOf={asOf} mayEnter={mayEnter} />
          ))}
        </ol>
      )}
      {total > items.length ? <p className="more">{text.moreItems(total - items.length)}</p> : null}
    </section>
  )
}
