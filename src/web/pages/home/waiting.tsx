import type { HomeView } from '#contract/home.ts'
import { Icon } from '#web/_components/icon.tsx'
import { PathLink, pathTo } from '#web/_components/path-link.tsx'
import { useLanguage } from '#web/_lib/language.ts'
import { useText } from './use-text.ts'

interface WaitingProps {
  readonly home: Pick<HomeView, 'returned' | 'filings' | 'drafts'>
  readonly isPast: boolean
}

type Titled = { readonly title: string; readonly titleEn: string }

/** What was returned and why, filings that are due, and drafts; nothing where there is nothing. */
export function Waiting({ home: { returned, filings, drafts }, isPast }: WaitingProps) {
  const text = useText()
  const language = useLanguage()
  const nameOf = ({ title, titleEn }: Titled): string => (language === 'en' && titleEn !== '' ? titleEn : title)
  return (
    <>
      {returned.length > 0 ? (
        <section className="board" aria-labelledby="returned">
          <header>
            <h2 id="returned">{text.returned}</h2>
            <span className="count">{returned.length}</span>
          </header>
          <ul className="notes-list">
            {returned.map((record) => (
              <li key={record.id}>
                <Icon name="warning" />
                <PathLink href={`/records/${record.id}`}>
                  {nameOf(record)} · {record.on}
                </PathLink>
                <span className="why">{text.returnedBy(record.by, record.note)}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {filings.length > 0 ? (
        <section className="board" aria-labelledby="filings">
          <header>
            <h2 id="filings">{text.filings}</h2>
            <span className="count">{filings.length}</span>
          </header>
          <ul className="notes-list">
            {filings.map((filing) => (
              <li key={`${filing.register} ${filing.org} ${filing.from}`}>
                <span className={filing.state}>{text.filingState[filing.state]}</span>
                {isPast ? (
                  nameOf(filing)
                ) : (
                  <PathLink href={pathTo('/records/new', { register: filing.register, on: filing.to })}>{nameOf(filing)}</PathLink>
                )}
                <span className="why">{text.filingOf(filing.org, filing.from, filing.dueOn)}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {drafts.length > 0 ? (
        <section className="board" aria-labelledby="drafts">
          <header>
            <h2 id="drafts">{text.drafts}</h2>
            <span className="count">{drafts.length}</span>
          </header>
          <ul className="notes-list">
            {drafts.map((record) => (
              <li key={record.id}>
                <Icon name="edit" />
                <PathLink href={`/records/${record.id}`}>
                  {nameOf(record)} · {record.on}
                </PathLink>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}
