import { Icon } from '#web/_components/icon.tsx'
import { PathLink, pathTo } from '#web/_components/path-link.tsx'
import { AskedTile } from './asked-tile.tsx'
import { DispatchTiles } from './dispatch-tiles.tsx'
import { ItemList } from './item-list.tsx'
import { tallyOf } from './model/sort-items.ts'
import type { HomeProps } from './props.ts'
import { useText } from './use-text.ts'
import { Waiting } from './waiting.tsx'

/** 部门首页: what we owe and by when, what was returned, filings due, drafts; one button enters a fact. */
export function UnitHome({ home, isPast }: HomeProps) {
  const text = useText()
  const items = [...home.mine, ...home.fields.items]
  const { overdue, soon, open } = tallyOf(items)
  return (
    <>
      <div className="greeting">
        <p className="tally">
          <span className={overdue > 0 ? 'overdue' : ''}>{text.tally.overdue(overdue)}</span>
          <span className={soon > 0 ? 'soon' : ''}>{text.tally.soon(soon)}</span>
          <span className={home.returned.length > 0 ? 'overdue' : ''}>{text.tally.returned(home.returned.length)}</span>
          <span>{text.tally.open(open)}</span>
        </p>
        {isPast ? null : (
          <PathLink href={pathTo('/records/new')} className="button primary">
            <Icon name="plus" />
            {text.enterFact}
          </PathLink>
        )}
      </div>
      {isPast ? null : (
        <div className="queue">
          <DispatchTiles />
          <AskedTile />
        </div>
      )}
      {home.returned.length > 0 ? <Waiting home={{ ...home, filings: [], drafts: [] }} isPast={isPast} /> : null}
      <ItemList
        id="owed"
        title={text.unitOwes}
        items={items}
        total={home.mine.length + home.fields.total}
        asOf={home.asOf}
        mayEnter={!isPast}
        empty={home.hasPerson ? text.unitOwesNothing : text.noPerson}
      />
      <Waiting home={{ ...home, returned: [] }} isPast={isPast} />
    </>
  )
}
