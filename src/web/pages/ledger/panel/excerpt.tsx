import type * as z from 'zod'
import type { PlanView } from '#contract/plan.ts'
import { overlaps } from '#core/text/span.ts'
import { BlockText } from '#web/_components/document/block-text.tsx'
import { useLedgerText } from '../use-text.ts'

/** The sentence of a commitment in its paragraph, with the paragraphs around it. */
export function Excerpt({ view, id }: { readonly view: z.infer<typeof PlanView>; readonly id: string }) {
  const { text, words } = useLedgerText()
  const commitment = view.commitments.find((each) => each.id === id)
  const span = commitment?.span ?? null
  if (commitment === undefined || span === null) return <blockquote lang="zh-CN">{commitment?.text ?? text.panel.words}</blockquote>
  const { blocks } = view.document
  const at = blocks.findIndex((block) => overlaps(block.span, span))
  const mark = { id: commitment.id, span, ref: commitment.ref, kind: commitment.reading.kind, state: commitment.state }
  return (
    <div key={id} className="excerpt lit" ref={showFocused} lang="zh-CN">
      {blocks.slice(Math.max(0, at - 1), at + 2).map((block) => (
        <p key={block.span.start} className={overlaps(block.span, span) ? '' : 'around'}>
          <BlockText
            text={view.document.text}
            span={block.span}
            marks={overlaps(block.span, span) ? [mark] : []}
            strong={[]}
            revisions={[]}
            focus={commitment.id}
            hover={null}
            sentence={commitment.sentence}
            spot={null}
            words={words}
          />
        </p>
      ))}
    </div>
  )
}

function showFocused(paper: HTMLElement | null): void {
  paper?.querySelector('.focused')?.scrollIntoView({ block: 'center' })
}
