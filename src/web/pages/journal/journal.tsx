import { useDeferredValue, useState } from 'react'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { PageHead } from '#web/_components/page-head.tsx'
import { queries } from '#web/_lib/query.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { EntryRow } from './entry-row.tsx'
import { FilterBar, noFilters } from './filter-bar.tsx'
import { SealedState } from './sealed-state.tsx'
import { useEntries } from './use-entries.ts'
import { useJournalText } from './use-text.ts'
import './journal.css'

/** 操作日志: who did what and when, the newest first, and how far it is sealed. */
export function Journal() {
  const text = useJournalText()
  const failureText = useFailureText()
  const [filters, setFilters] = useState(noFilters)
  const entries = useEntries(useDeferredValue(filters))
  const items = entries.data?.pages.flatMap((page) => page.items)
  return (
    <div className="page journal">
      <PageHead title={text.title} intro={text.intro} />
      <SealedState />
      <div className="tools">
        <FilterBar filters={filters} onChange={setFilters} />
        <button type="button" className="button small" onClick={refresh}>
          {text.refresh}
        </button>
      </div>
      <FailureNotice error={entries.error} words={failureText} />
      {items === undefined ? <p className="quiet">{entries.isError ? '' : text.loading}</p> : null}
      {items?.length === 0 ? <p className="nothing">{text.none}</p> : null}
      {items === undefined || items.length === 0 ? null : (
        <>
          <div className="heads" aria-hidden="true">
            <span />
            <span>{text.time}</span>
            <span>{text.who}</span>
            <span>{text.what}</span>
            <span>{text.subject}</span>
            <span className="place">{text.place}</span>
          </div>
          <ul className="entries" aria-label={text.list}>
            {items.map((entry) => (
              <EntryRow key={entry.id} entry={entry} />
            ))}
          </ul>
          {entries.hasNextPage ? (
            <button
              type="button"
              className="button more"
              disabled={entries.isFetchingNextPage}
              onClick={() => void entries.fetchNextPage()}
            >
              {entries.isFetchingNextPage ? text.loading : text.more}
            </button>
          ) : (
            <p className="quiet end">{text.thatIsAll}</p>
          )}
        </>
      )}
    </div>
  )
}

function refresh(): void {
  void queries.resetQueries({ queryKey: ['journal'] })
  void queries.invalidateQueries({ queryKey: ['journal-state'] })
}
