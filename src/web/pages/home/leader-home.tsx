import { DispatchTiles } from './dispatch-tiles.tsx'
import { ItemList } from './item-list.tsx'
import type { HomeProps } from './props.ts'
import { useText } from './use-text.ts'
import { UnitTable } from './unit-table.tsx'
import { Waiting } from './waiting.tsx'

/** 院领导首页: what one owes oneself, the rows of one's fields, and what is late by how much. */
export function LeaderHome({ home, isPast }: HomeProps) {
  const text = useText()
  return (
    <>
      {isPast ? null : (
        <div className="queue">
          <DispatchTiles />
        </div>
      )}
      <ItemList
        id="mine"
        title={text.mine}
        items={home.mine}
        asOf={home.asOf}
        mayEnter={!isPast}
        empty={home.hasPerson ? text.mineNothing : text.noPerson}
      />
      <Waiting home={home} isPast={isPast} />
      <UnitTable home={home} />
      <ItemList
        id="fields"
        title={text.fields}
        items={home.fields.items}
        total={home.fields.total}
        asOf={home.asOf}
        mayEnter={false}
        empty={text.fieldsNothing}
      />
    </>
  )
}
