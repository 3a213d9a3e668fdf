import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { type MarkedWords, markWords } from '#core/revision/mark-words.ts'
import type { client } from '#web/_lib/client.ts'
import { useReadingWords } from '#web/_words/reading/words.ts'
import { differenceRows } from './difference-rows.ts'
import { useRevisionText } from './use-text.ts'

export type RevisionView = Awaited<ReturnType<typeof client.revision.get>>
export type ShownPair = RevisionView['pairs'][number]

interface PairRowProps {
  readonly pair: ShownPair
  readonly isOpen: boolean
  readonly isChosen: boolean
  readonly onChoose: (isChosen: boolean) => void
}

/** One commitment, as it stands on the left and as the new document has it on the right, with what differs marked. */
export function PairRow({ pair, isOpen, isChosen, onChoose }: PairRowProps) {
  const text = useRevisionText()
  const { kind, before, after, isMoved, key } = pair
  const marked = useMemo(
    () => (kind === 'changed' ? markWords(before?.sentence ?? '', after?.sentence ?? '') : null),
    [kind, before, after],
  )
  const ref = before?.ref ?? after?.ref ?? ''
  const isSamePlace = before !== null && before.aspect === after?.aspect && before.measure === after.measure
  const isRenumbered = before !== null && after !== null && before.ref !== after.ref
  return (
    <li className={`revision-pair ${kind}`}>
      <div className="what">
        {kind === 'kept' ? (
          <span className="pair-kind">
            <b aria-hidden>{text.glyph[kind]}</b> {text.kind[kind]}
          </span>
        ) : (
          <label className="pair-kind">
            <input
              type="checkbox"
              checked={isOpen ? isChosen : pair.isConfirmed}
              disabled={!isOpen}
              aria-label={`${text.take[kind]} ${ref}`}
              title={text.stays[kind]}
              onChange={(event) => onChoose(event.target.checked)}
            />
            <b aria-hidden>{text.glyph[kind]}</b> {text.kind[kind]}
          </label>
        )}
        <span className="ref">{isRenumbered ? text.renumbered(before.ref, after.ref) : ref}</span>
        {isMoved ? <span className="tag">{text.moved}</span> : null}
        {isOpen || kind === 'kept' ? null : <span className="tag">{pair.isConfirmed ? text.isTaken : text.isNotTaken}</span>}
      </div>
      <Words
        side={before}
        label={text.before}
        missing={text.notThere}
        marked={marked?.before ?? null}
        commitment={pair.now === null ? null : key}
        tag="del"
      />
      {kind === 'kept' ? null : (
        <Words
          side={after}
          label={text.after}
          missing={text.noLonger}
          marked={marked?.after ?? null}
          commitment={null}
          tag="ins"
          isSamePlace={isSamePlace}
        />
      )}
      <Facts pair={pair} />
    </li>
  )
}

interface WordsProps {
  readonly side: ShownPair['before']
  readonly label: string
  readonly missing: string
  readonly marked: readonly MarkedWords[] | null
  readonly commitment: string | null
  readonly tag: 'del' | 'ins'
  /** It stands where the other side does: said once. */
  readonly isSamePlace?: boolean
}

/** The sentence on one side; without marks the commitment's own words in it are drawn out. */
function Words({ side, label, missing, marked, commitment, tag: Tag, isSamePlace }: WordsProps) {
  if (side === null)
    return (
      <div className="side missing">
        <span className="label">{label}</span>
        <p className="quiet">{missing}</p>
      </div>
    )
  const { sentence, span, measure, aspect } = side
  const words =
    marked === null ? (
      <>
        {sentence.slice(0, span.start)}
        <strong>{sentence.slice(span.start, span.end)}</strong>
        {sentence.slice(span.end)}
      </>
    ) : (
      // the stretches of one sentence have no name but their place
      marked.map(({ text, isChanged }, at) => (isChanged ? <Tag key={at}>{text}</Tag> : <span key={at}>{text}</span>))
    )
  return (
    <div className="side">
      <span className="label">{label}</span>
      <p lang="zh-CN" className="said">
        {commitment === null ? (
          words
        ) : (
          <Link to="/plans/$planId" from="/plans/$planId/revisions/$id" hash={commitment}>
            {words}
          </Link>
        )}
      </p>
      {isSamePlace === true ? null : (
        <p className="quiet place" lang="zh-CN">
          {[aspect, measure].filter((each) => each !== '').join(' · ')}
        </p>
      )}
    </div>
  )
}

/** The values that differ, and what hangs on the commitment. */
function Facts({ pair: { kind, differences, before, after, now } }: { readonly pair: ShownPair }) {
  const text = useRevisionText()
  const words = useReadingWords()
  const readings = before?.reading == null || after?.reading == null ? null : { before: before.reading, after: after.reading }
  const rows = kind === 'changed' && readings !== null ? differenceRows(differences, readings, words) : []
  const notes = [
    now !== null && now.records > 0 ? text.records(now.records) : '',
    now?.isClosing === true ? text.closing : '',
    kind === 'changed' && now?.isDecided === true ? text.decided : '',
    now?.state === 'replaced' ? text.replaced : '',
    now?.state === 'discarded' ? text.discarded : '',
  ].filter((note) => note !== '')
  if (rows.length === 0 && notes.length === 0 && kind !== 'changed') return null
  return (
    <div className="facts">
      {rows.map(({ label, before: one, after: other }) => (
        <span key={label} className="value">
          <span className="label">{label}</span> <del>{one === '' ? text.none : one}</del> → <ins>{other === '' ? text.none : other}</ins>
        </span>
      ))}
      {kind === 'changed' && rows.length === 0 ? <span className="quiet">{text.onlyWords}</span> : null}
      {notes.map((note) => (
        <span key={note} className="note">
          {note}
        </span>
      ))}
    </div>
  )
}
