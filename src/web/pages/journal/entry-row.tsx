import { useState } from 'react'
import { momentText } from '#web/_lib/day-text.ts'
import { Icon } from '#web/_components/icon.tsx'
import { usePostText } from '#web/_words/post/words.ts'
import { EntryContent } from './entry-content.tsx'
import type { Entry } from './use-entries.ts'
import { useJournalText } from './use-text.ts'
import { useWords } from './words/use-words.ts'

/** One entry; opened, what stood before and after. */
export function EntryRow({ entry }: { readonly entry: Entry }) {
  const text = useJournalText()
  const words = useWords()
  const [isOpen, setIsOpen] = useState(false)
  const what = words.verb(entry.verb)
  const posts: Readonly<Record<string, string>> = usePostText().post
  const post = entry.actorPost === null ? undefined : posts[entry.actorPost]
  return (
    <li className={`${entry.result} ${isOpen ? 'open' : ''}`}>
      <button
        type="button"
        className="entry"
        aria-expanded={isOpen}
        aria-label={`${momentText(entry.at)} ${entry.actorName} ${text.open(what)}`}
        onClick={() => setIsOpen(!isOpen)}
      >
        <Icon name={isOpen ? 'down' : 'right'} />
        <time dateTime={entry.at}>{momentText(entry.at)}</time>
        <span className="who">
          {entry.actorName}
          {post === undefined ? null : <small>{post}</small>}
          {entry.actorOrg === null ? null : <small>{entry.actorOrg}</small>}
        </span>
        <span className="what">
          {what}
          {entry.result === 'refused' ? <em className="refusal">{text.refused}</em> : null}
        </span>
        <span className="subject">{words.noun(entry.subjectKind)}</span>
        <span className="place">{entry.index === null ? text.unsealed : `#${entry.index + 1}`}</span>
      </button>
      {isOpen ? <EntryContent entry={entry} /> : null}
    </li>
  )
}
