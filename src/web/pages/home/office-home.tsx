import { ImportPanel } from './import-panel.tsx'
import { ItemList } from './item-list.tsx'
import { OfficeQueue } from './office-queue.tsx'
import { Plans } from './plans.tsx'
import { UnitTable } from './unit-table.tsx'
import type { HomeProps } from './props.ts'
import { useText } from './use-text.ts'
import { Waiting } from './waiting.tsx'

/** 整改办首页: what waits, what is late by unit, the plans and their import. */
export function OfficeHome({ home, isPast }: HomeProps) {
  const text = useText()
  return (
    <>
      <OfficeQueue home={home} isPast={isPast} />
      {home.plans.length === 0 && !isPast ? <ImportPanel /> : <UnitTable home={home} />}
      {home.mine.length > 0 ? (
        <ItemList id="mine" title={text.mine} items={home.mine} asOf={home.asOf} mayEnter={!isPast} empty={text.mineNothing} />
      ) : null}
      <Waiting home={home} isPast={isPast} />
      {home.plans.length === 0 || isPast ? null : <ImportPanel />}
      <Plans plans={home.plans} />
    </>
  )
}
