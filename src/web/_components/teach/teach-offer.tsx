import { useState } from 'react'
import type { RuleWords } from '#core/phrase-rule/phrase-rule.ts'
import { client } from '#web/_lib/client.ts'
import { queries } from '#web/_lib/query.ts'
import { tell } from '#web/_lib/toast.ts'
import { useReadingWords } from '#web/_words/reading/words.ts'
import { Choice } from './choice.tsx'
import { meaningOf } from './meaning.ts'
import { RuleDialog } from './rule-dialog.tsx'
import { useTeachText } from './use-teach-text.ts'
import './teach.css'

interface TeachOfferProps {
  /** What the correction could teach, the likeliest first; at least one. */
  readonly proposals: readonly RuleWords[]
  readonly onClose: () => void
}

/** 今后都这样理解？ Asked once after a correction, out of the way; nothing is kept unless the person says so. */
export function TeachOffer({ proposals, onClose }: TeachOfferProps) {
  const text = useTeachText()
  const words = useReadingWords()
  const [chosen, setChosen] = useState(0)
  const [isOpen, setIsOpen] = useState(false)
  const proposal = proposals[chosen]
  if (proposal === undefined) return null
  const keep = async (kept: RuleWords): Promise<void> => {
    await client.phraseRule.add(kept)
    void queries.invalidateQueries({ queryKey: ['phrase-rules'] })
    tell('done', text.offer.kept)
  }
  if (isOpen) return <RuleDialog isPreviewed title={text.offer.title} first={proposal} instead={null} onKeep={keep} onClose={onClose} />
  return (
    <aside className="teach-offer" aria-label={text.offer.title}>
      <p>
        <strong>{text.offer.ask(proposal.phrase)}</strong>{' '}
        <span className="quiet">{meaningOf(proposal.teaches, text, words, undefined)}</span>
      </p>
      {proposals.length === 1 ? null : (
        <Choice
          label={text.offer.choose}
          value={String(chosen)}
          options={proposals.map(({ phrase, teaches }, index) => [String(index), `${text.kind[teaches.kind]}：${phrase}`])}
          onChange={(index) => setChosen(Number(index))}
        />
      )}
      <button type="button" className="button primary small" onClick={() => setIsOpen(true)}>
        {text.offer.look}
      </button>
      <button type="button" className="button quiet small" onClick={onClose}>
        {text.offer.no}
      </button>
    </aside>
  )
}
