import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import type { LedgerColumn, LedgerEntry } from '#core/ledger/ledger.ts'
import { MomentNotice } from '#web/_components/moment/moment-notice.tsx'
import { useMoment } from '#web/_components/moment/moment.ts'
import { PageTitle } from '#web/_components/page-title.tsx'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { Conditions } from './filter/conditions.tsx'
import { FilterPopover } from './filter/filter-popover.tsx'
import { HeadsContext } from './grid/context.ts'
import { LedgerGrid } from './grid/grid.tsx'
import { type Layout, loadLayout, saveLayout, withColumns } from './model/layout.ts'
import { type LedgerView, sortedBy, withDrafts } from './model/view.ts'
import type { SavedView } from './model/views.ts'
import { EntryPanel } from './panel/entry-panel.tsx'
import { Toolbar } from './toolbar.tsx'
import { useLedger } from './use-ledger.ts'
import { useLedgerText } from './use-text.ts'
import './ledger.css'
import './views.css'

/** The filter that is open, below which head; `opener` gets the focus back. */
interface OpenFilter {
  readonly column: LedgerColumn
  readonly below: DOMRect
  readonly opener: Element | null
}

type Seen = Omit<LedgerView, 'plan' | 'asOf' | 'knownAt'>

/** 台账 */
export function Ledger() {
  const { text } = useLedgerText()
  const failureText = useFailureText()
  const navigate = useNavigate()
  const { plan = null } = useSearch({ from: '/framed/ledger' })
  const [seen, setSeen] = useState<Seen>({ filters: [], sort: [], groupBy: null })
  const [layout, setLayout] = useState(loadLayout)
  const [open, setOpen] = useState<{ readonly entry: LedgerEntry; readonly column: LedgerColumn | null } | null>(null)
  const [filtering, setFiltering] = useState<OpenFilter | null>(null)
  const {
    moment: { asOf, knownAt },
  } = useMoment()
  const view = useMemo<LedgerView>(() => ({ plan, ...seen, asOf, knownAt }), [plan, seen, asOf, knownAt])
  const ledger = useLedger(view)

  const keepLayout = useCallback((next: Layout): void => {
    setLayout(next)
    saveLayout(next)
  }, [])
  const heads = useMemo(
    () => ({
      view,
      sortBy: (column: LedgerColumn, adds: boolean) => setSeen((before) => ({ ...before, sort: sortedBy(before.sort, column, adds) })),
      openFilter: (column: LedgerColumn, below: DOMRect) => setFiltering({ column, below, opener: document.activeElement }),
    }),
    [view],
  )
  const setFilters = (filters: LedgerView['filters']): void => setSeen({ ...seen, filters })
  const showSaved = ({ view: { plan: kept, filters, sort, groupBy }, columns, compact }: SavedView): void => {
    setSeen({ ...seen, filters, sort, groupBy })
    keepLayout(withColumns(columns, compact))
    if (kept !== plan) void navigate({ to: '/ledger', search: kept === null ? {} : { plan: kept } })
  }
  const closeFilter = (): void => {
    if (filtering?.opener instanceof HTMLElement) filtering.opener.focus()
    setFiltering(null)
  }
  // of a day that is being worked out nothing is there yet
  const total = ledger.data?.stood.progress === null ? ledger.data.total : null
  return (
    <HeadsContext value={heads}>
      <PageTitle words={text.title} />
      <div className={`ledger ${open === null ? '' : 'with-panel'}`}>
        <Toolbar
          view={view}
          total={total}
          layout={layout}
          onView={({ filters, sort, groupBy }) => setSeen({ ...seen, filters, sort, groupBy })}
          onSaved={showSaved}
          onLayout={keepLayout}
        />
        {ledger.data === undefined ? null : <MomentNotice stood={ledger.data.stood} />}
        <Conditions filters={view.filters} onFilters={setFilters} />
        <div className="body">
          {ledger.isError ? (
            <p className="notice error">
              {failureText(ledger.error)}
              <button type="button" className="button small" onClick={() => void ledger.refetch()}>
                {text.retry}
              </button>
            </p>
          ) : null}
          {total === 0 && view.filters.length === 0 ? (
            <div className="nothing">
              <p>{text.emptyConfirmed}</p>
              <button type="button" className="button" onClick={() => setFilters([withDrafts])}>
                {text.showDrafts}
              </button>
            </div>
          ) : null}
          {ledger.data === undefined || total === null || (total === 0 && view.filters.length === 0) ? null : (
            <LedgerGrid
              view={view}
              window={ledger.data}
              layout={layout}
              onLayout={keepLayout}
              onOpen={(entry, column) => setOpen({ entry, column })}
              onEscape={() => setOpen(null)}
              onFollow={(entry) => setOpen((before) => (before === null ? null : { ...before, entry }))}
            />
          )}
          {open === null ? null : (
            <EntryPanel entry={open.entry} isAboutEvidence={open.column === 'evidence'} onClose={() => setOpen(null)} />
          )}
        </div>
        {filtering === null ? null : (
          <FilterPopover
            key={filtering.column}
            column={filtering.column}
            below={filtering.below}
            view={view}
            onFilters={setFilters}
            onClose={closeFilter}
          />
        )}
      </div>
    </HeadsContext>
  )
}
