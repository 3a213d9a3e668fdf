import { Checkbox } from 'antd'
import { useState } from 'react'
import type { Commitment } from '#core/commitment/commitment.ts'
import { client } from '#web/_lib/client.ts'
import { usePlanText } from '../../context.ts'
import { cutPlaces, partsOf } from '../../model/cut-text.ts'
import { changesBetween, draftOf, type ReadingDraft } from '../../model/reading-draft.ts'
import { CutText } from './cut-text.tsx'
import type { FormProps } from './forms.tsx'
import { PartFields } from './part-fields.tsx'
import { Sheet } from './sheet.tsx'
import { useFormText } from './use-form-text.ts'

/** 拆分: cut the text, then say what differs in each part. */
export function SplitForm({ view, run, isBusy, onClose, commitment }: FormProps & { readonly commitment: Commitment }) {
  const text = useFormText()
  const { text: pageText } = usePlanText()
  const ownText = commitment.text
  const sentenceText = commitment.sentence === null ? ownText : view.document.text.slice(commitment.sentence.start, commitment.sentence.end)
  const [isWhole, setIsWhole] = useState(cutPlaces(ownText).length === 0)
  const base = isWhole ? sentenceText : ownText
  const offset = (isWhole ? commitment.sentence : commitment.span)?.start ?? null
  const [cuts, setCuts] = useState<readonly number[]>(() => cutPlaces(base).slice(0, 1))
  const [drafts, setDrafts] = useState<ReadonlyMap<number, ReadingDraft>>(new Map())
  const before = draftOf(commitment.reading)
  const parts = partsOf(base, cuts)
  const draftAt = (start: number, words: string): ReadingDraft => drafts.get(start) ?? { ...before, object: words.slice(0, 200) }
  const split = async (): Promise<void> => {
    const { id, version } = commitment
    const sent = parts.map(({ start, end }) => {
      const words = base.slice(start, end)
      const span = offset === null ? null : { start: offset + start, end: offset + end }
      return { span, text: words, changes: changesBetween(before, draftAt(start, words)) }
    })
    const isDone = await run(
      () => client.commitment.split({ planId: view.plan.id, id, version, parts: sent }),
      () => pageText.done.split(sent.length),
    )
    if (isDone) onClose()
  }
  return (
    <Sheet
      title={`${text.split} · ${commitment.ref}`}
      submit={text.splitInto(parts.length)}
      canSubmit={parts.length > 1}
      isBusy={isBusy}
      onSubmit={() => void split()}
      onClose={onClose}
    >
      <p className="quiet">{text.splitHint}</p>
      <CutText text={base} cuts={cuts} onChange={setCuts} />
      {sentenceText === ownText ? null : (
        <Checkbox
          checked={isWhole}
          onChange={(event) => {
            setIsWhole(event.target.checked)
            setCuts(cutPlaces(event.target.checked ? sentenceText : ownText).slice(0, 1))
            setDrafts(new Map())
          }}
        >
          {text.wholeSentence}
        </Checkbox>
      )}
      {parts.length < 2 ? <p className="notice warning">{text.tooFew}</p> : null}
      {parts.map(({ start, end }, index) => (
        <PartFields
          key={start}
          title={text.part(index + 1)}
          words={base.slice(start, end)}
          draft={draftAt(start, base.slice(start, end))}
          onChange={(draft) => setDrafts(new Map([...drafts, [start, draft]]))}
        />
      ))}
    </Sheet>
  )
}
