import { readingKindsShown, type ReadingWords } from '#web/_words/reading/words.ts'

/** What the marks mean: a character and a colour for each kind, the line under the text for the state. */
export function Legend({ words, label }: { readonly words: ReadingWords; readonly label: string }) {
  return (
    <ul className="legend" aria-label={label}>
      {readingKindsShown(words).map((kind) => (
        <li key={kind}>
          <i className={`glyph kind-${kind}`} data-glyph={words.glyph[kind]} />
          {words.kind[kind]}
        </li>
      ))}
      <li className="gap">
        <span className="mark sample state-draft">{words.state.draft}</span>
      </li>
      <li>
        <span className="mark sample state-confirmed">{words.state.confirmed}</span>
      </li>
    </ul>
  )
}
