import { Fragment, memo } from 'react'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { Revision } from '#core/document/document.ts'
import type { Span } from '#core/text/span.ts'
import type { ReadingWords } from '#web/_words/reading/words.ts'
import './document-text.css'
import { cut, type Mark, type Segment } from './segments.ts'

interface BlockTextProps {
  readonly text: string
  readonly span: Span
  readonly marks: readonly Mark[]
  readonly strong: readonly Span[]
  /** Tracked changes, where they are to be seen. */
  readonly revisions: readonly Revision[]
  readonly focus: CommitmentId | null
  readonly hover: CommitmentId | null
  readonly sentence: Span | null
  readonly spot: Span | null
  readonly words: ReadingWords
}

/** The text of a block or cell with all that lies on it. Commitments carry their ids in `data-marks`, innermost first. */
export const BlockText = memo(function BlockText(props: BlockTextProps) {
  const { text, span, marks, strong, revisions, sentence, spot } = props
  const inserted = revisions.filter(({ kind }) => kind === 'inserted').map((revision) => revision.span)
  const deleted = revisions.filter(({ kind }) => kind === 'deleted')
  const segments = cut(span, marks, { strong, sentence, spot, inserted: [...inserted, ...deleted.map((revision) => revision.span)] })
  const deletedAt = (place: number) =>
    deleted.filter((revision) => revision.span.start === place).map((revision) => <del key={revision.text}>{revision.text}</del>)
  return (
    <span data-start={span.start}>
      {segments.map((segment) => (
        <Fragment key={segment.span.start}>
          {deletedAt(segment.span.start)}
          <Piece {...props} segment={segment} text={text.slice(segment.span.start, segment.span.end)} />
        </Fragment>
      ))}
      {deletedAt(span.end)}
    </span>
  )
})

function Piece({
  segment,
  text,
  focus,
  hover,
  words,
}: Pick<BlockTextProps, 'focus' | 'hover' | 'words'> & { segment: Segment; text: string }) {
  const { marks, starts, strong, sentence, spot, inserted } = segment
  const inner = marks[0]
  const classes = [sentence && 'in-sentence', spot && 'in-spot', strong && 'strong', inserted && 'inserted'].filter(
    (name) => name !== false,
  )
  if (inner === undefined) return classes.length === 0 ? text : <span className={classes.join(' ')}>{text}</span>
  const isFocused = marks.some(({ id }) => id === focus)
  const isHovered = marks.some(({ id }) => id === hover)
  return (
    <>
      {starts.map(({ id, kind }) => (
        <i key={id} className={`glyph kind-${kind}`} data-glyph={words.glyph[kind]} data-marks={id} title={words.kind[kind]} />
      ))}
      <mark
        className={[`mark kind-${inner.kind} state-${inner.state}`, isFocused && 'focused', isHovered && 'hovered', ...classes]
          .filter((name) => name !== false)
          .join(' ')}
        data-marks={marks.map(({ id }) => id).join(' ')}
      >
        {text}
      </mark>
    </>
  )
}
