import { momentText } from '#web/_lib/day-text.ts'
import { definitionWords } from '#web/_words/definition/words.ts'
import { keysOf } from '#web/_lib/keys-of.ts'
import { useReadingWords } from '#web/_words/reading/words.ts'
import { usePageLookup } from './facts.tsx'
import type { CommitmentPageView } from './use-commitment.ts'
import { useCommitmentText } from './use-text.ts'

/** Who changed what and when, the latest first. */
export function History({ view }: { readonly view: CommitmentPageView }) {
  const text = useCommitmentText()
  return (
    <details className="history">
      <summary>
        <h2>
          {text.history} <span className="count">{view.history.length}</span>
        </h2>
      </summary>
      {view.history.length === 0 ? <p className="quiet">{text.noHistory}</p> : null}
      <ol>
        {view.history.map((entry, index) => (
          // two entries may be of one instant: their place tells them apart
          <li key={`${entry.at} ${String(index)}`}>
            <span className="when">{momentText(entry.at)}</span>
            <span className="by">{entry.by}</span>
            <Entry entry={entry} view={view} />
          </li>
        ))}
      </ol>
    </details>
  )
}

function Entry({ entry, view }: { readonly entry: CommitmentPageView['history'][number]; readonly view: CommitmentPageView }) {
  const text = useCommitmentText()
  const words = useReadingWords()
  const look = usePageLookup(view)
  switch (entry.kind) {
    case 'define':
      return (
        <div>
          {text.defined(entry.before === null)}
          <p className="quiet" lang={look.language === 'zh' ? 'zh-CN' : 'en'}>
            {definitionWords(view.commitment.reading, entry.after, words, look)}
          </p>
        </div>
      )
    case 'rule':
      return (
        <div>
          <a href={`/records/${entry.record}`}>{text.byHand(entry.counts)}</a>
          <p className="quiet">{text.note(entry.reason)}</p>
        </div>
      )
    case 'change': {
      const fields = keysOf(words.field).filter((field) => entry.parts.includes(field))
      return (
        <div>
          {text.changed[entry.verb]}
          {fields.length === 0 ? null : `：${fields.map((field) => words.field[field]).join('、')}`}
          {entry.note === '' ? null : <p className="quiet">{text.note(entry.note)}</p>}
        </div>
      )
    }
  }
}
