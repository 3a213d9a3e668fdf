import { memo } from 'react'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import { overlaps, type Span } from '#core/text/span.ts'
import type { ReadingWords } from '#web/_words/reading/words.ts'
import type { PreparedBlock } from '../model/prepare.ts'
import { BlockText } from '#web/_components/document/block-text.tsx'

/** What is lit in one block; null where nothing of it lies here, so that untouched blocks are not drawn again. */
export interface Lights {
  readonly focus: CommitmentId | null
  readonly hover: CommitmentId | null
  readonly sentence: Span | null
  readonly spot: Span | null
}

interface BlockViewProps extends Lights {
  readonly text: string
  readonly prepared: PreparedBlock
  readonly showsRevisions: boolean
  readonly words: ReadingWords
}

export const dark: Lights = { focus: null, hover: null, sentence: null, spot: null }

/** The lights that touch a block. */
export function lightsOn({ block, marks }: PreparedBlock, lights: Lights): Lights {
  const bears = (id: CommitmentId | null): CommitmentId | null => (marks.some((mark) => mark.id === id) ? id : null)
  const meets = (span: Span | null): Span | null => (span !== null && overlaps(span, block.span) ? span : null)
  return { focus: bears(lights.focus), hover: bears(lights.hover), sentence: meets(lights.sentence), spot: meets(lights.spot) }
}

/** One block outside tables. */
export const BlockView = memo(function BlockView({ prepared, showsRevisions, ...rest }: BlockViewProps) {
  const { block, setting, marks, revisions } = prepared
  const inside = <BlockText {...rest} span={block.span} marks={marks} strong={setting.strong} revisions={showsRevisions ? revisions : []} />
  switch (setting.rank) {
    case 'title':
      return <h2 className="title">{inside}</h2>
    case 'heading1':
      return <h3 className="heading1">{inside}</h3>
    case 'heading2':
      return <h4 className="heading2">{inside}</h4>
    case 'heading3':
      return <h5 className="heading3">{inside}</h5>
    case 'text':
      return <p className={block.kind}>{inside}</p>
  }
})
