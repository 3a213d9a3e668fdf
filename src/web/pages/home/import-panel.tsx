import { Link } from '@tanstack/react-router'
import { type DragEvent, useRef, useState } from 'react'
import { Icon } from '#web/_components/icon.tsx'
import { useText } from '#web/_lib/language.ts'
import { ACCEPTED } from './accepted.ts'
import { ImportProgress } from './import-progress.tsx'
import { PasteBox } from './paste-box.tsx'
import { en } from './text.en.ts'
import { zh } from './text.zh.ts'
import { useImport } from './use-import.ts'

/** Drop zone, button and sample; shows the course of the import in its place. */
export function ImportPanel() {
  const text = useText({ zh, en })
  const plan = useImport()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)
  const [isPasting, setIsPasting] = useState(false)
  const isBusy = plan.state.kind === 'sending' || plan.state.kind === 'running'
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setIsOver(false)
    const file = event.dataTransfer.files[0]
    if (file !== undefined && !isBusy) plan.send(file)
  }
  return (
    <section
      className={`import ${isOver ? 'over' : ''}`}
      aria-label={text.importTitle}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      {plan.state.kind === 'idle' && isPasting ? (
        <PasteBox
          onCancel={() => setIsPasting(false)}
          onSend={(file) => {
            setIsPasting(false)
            plan.send(file)
          }}
        />
      ) : plan.state.kind === 'idle' ? (
        <>
          <span className="mark">
            <Icon name="upload" />
          </span>
          <div className="words">
            <h2>{isOver ? text.dropNow : text.drop}</h2>
            <p>{text.kinds}</p>
            <p>
              <Link to="/plan-batches">{text.many}</Link> · <Link to="/phrase-rules">{text.phraseRules}</Link>
            </p>
          </div>
          <div className="acts">
            <button type="button" className="button primary" onClick={() => input.current?.click()}>
              {text.choose}
            </button>
            <button type="button" className="button" onClick={() => setIsPasting(true)}>
              {text.paste}
            </button>
            <button type="button" className="button" title={text.sampleHint} onClick={() => plan.loadSample(text.sample)}>
              {text.sample}
            </button>
          </div>
        </>
      ) : (
        <ImportProgress plan={plan} />
      )}
      <input
        ref={input}
        type="file"
        accept={ACCEPTED}
        hidden
        aria-label={text.choose}
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file !== undefined) plan.send(file)
        }}
      />
    </section>
  )
}
