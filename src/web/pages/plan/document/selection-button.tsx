import { type RefObject, useEffect, useState } from 'react'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { Span } from '#core/text/span.ts'
import { Icon } from '#web/_components/icon.tsx'
import { useDispatch, usePlanText } from '../context.ts'
import { selectedSpan } from './locate.ts'

interface SelectionButtonProps {
  readonly container: RefObject<HTMLElement | null>
  readonly near: CommitmentId | null
}

interface Place {
  readonly span: Span
  readonly left: number
  readonly top: number
}

/** A button beside selected text of the document that adds it as a commitment. */
export function SelectionButton({ container, near }: SelectionButtonProps) {
  const { text } = usePlanText()
  const dispatch = useDispatch()
  const [place, setPlace] = useState<Place | null>(null)
  useEffect(() => {
    const follow = (): void => {
      const element = container.current
      const span = element === null ? null : selectedSpan(element)
      const box = getSelection()?.rangeCount === 0 ? undefined : getSelection()?.getRangeAt(0).getBoundingClientRect()
      if (element === null || span === null || box === undefined) return setPlace(null)
      const frame = element.getBoundingClientRect()
      const left = Math.min(box.right - frame.left, frame.width - 160)
      setPlace({ span, left: Math.max(8, left), top: box.bottom - frame.top + element.scrollTop + 6 })
    }
    document.addEventListener('selectionchange', follow)
    return () => document.removeEventListener('selectionchange', follow)
  }, [container])
  if (place === null) return null
  return (
    <button
      type="button"
      className="button primary small add-selected"
      style={{ left: place.left, top: place.top }}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => dispatch({ kind: 'dialog', dialog: { kind: 'add', span: place.span, near } })}
    >
      <Icon name="plus" />
      {text.addSelected}
    </button>
  )
}
