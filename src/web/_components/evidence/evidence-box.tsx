import { type DragEvent, useEffect, useRef, useState } from 'react'
import { Icon } from '#web/_components/icon.tsx'
import { GivenRow } from './given-row.tsx'
import type { GivenEvidence } from './use-evidence.ts'
import { useEvidenceText } from './use-text.ts'
import './evidence.css'

/**
 * Where a person gives files while they type: drag, paste anywhere on the page (a picture or files; pasted text stays text), choose, or take a photo on a phone.
 * Keep `useEvidence()` in the form and pass it: its `ids` go with the record.
 */
export function EvidenceBox({ evidence }: { readonly evidence: GivenEvidence }) {
  const text = useEvidenceText()
  const chooser = useRef<HTMLInputElement>(null)
  const camera = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)
  const { add } = evidence
  useEffect(() => {
    const paste = ({ clipboardData }: ClipboardEvent): void => {
      const files = [...(clipboardData?.files ?? [])]
      if (files.length > 0) add(files)
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [add])
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setIsOver(false)
    add([...event.dataTransfer.files])
  }
  const takeFrom = (input: HTMLInputElement): void => {
    add([...(input.files ?? [])])
    input.value = ''
  }
  return (
    <section className="evidence-box" aria-label={text.title}>
      <div
        className={`drop ${isOver ? 'over' : ''}`}
        onDragOver={(event) => {
          event.preventDefault()
          setIsOver(true)
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <p>
          <button type="button" className="button small" onClick={() => chooser.current?.click()}>
            <Icon name="upload" />
            {text.choose}
          </button>
          <button type="button" className="button small camera" onClick={() => camera.current?.click()}>
            {text.photo}
          </button>
          <span className="quiet by-hand">{text.drop}</span>
        </p>
        <p className="kinds">{text.kinds}</p>
      </div>
      <input ref={chooser} type="file" multiple hidden aria-label={text.choose} onChange={({ target }) => takeFrom(target)} />
      <input
        ref={camera}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        aria-label={text.photo}
        onChange={({ target }) => takeFrom(target)}
      />
      {evidence.files.length === 0 ? null : (
        <ul className="given" aria-live="polite">
          {evidence.files.map((file) => (
            <GivenRow key={file.key} file={file} onRemove={() => evidence.remove(file)} />
          ))}
        </ul>
      )}
    </section>
  )
}
