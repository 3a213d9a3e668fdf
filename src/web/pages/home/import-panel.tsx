import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useDrop } from '#web/_components/file-drop/use-drop.ts'
import { Icon } from '#web/_components/icon.tsx'
import { chosenFiles } from '#web/_lib/given-files.ts'
import { useText } from '#web/_lib/language.ts'
import { ACCEPTED } from './accepted.ts'
import { ImportProgress } from './import-progress.tsx'
import { PasteBox } from './paste-box.tsx'
import { en } from './text.en.ts'
import { zh } from './text.zh.ts'
import { useImport } from './use-import.ts'
import { type GivenFile, useManyPlans } from './use-many-plans.ts'

/** Drop zone, button and sample; shows the course of the import in its place. */
export function ImportPanel() {
  const text = useText({ zh, en })
  const plan = useImport()
  const many = useManyPlans()
  const input = useRef<HTMLInputElement>(null)
  const [isPasting, setIsPasting] = useState(false)
  const isBusy = plan.state.kind === 'sending' || plan.state.kind === 'running'
  const give = async (files: Promise<readonly GivenFile[]> | readonly GivenFile[]): Promise<void> => {
    const given = await files
    const [only] = given
    if (only !== undefined && given.length === 1 && !/\.zip$/i.test(only.path)) plan.send(only.file)
    else if (given.length > 0) await many(given)
  }
  const { isOver, drop } = useDrop((files) => {
    if (!isBusy) void give(files)
  })
  return (
    <section className={`import ${isOver ? 'over' : ''}`} aria-label={text.importTitle} {...drop}>
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
        multiple
        accept={`${ACCEPTED},.zip`}
        hidden
        aria-label={text.choose}
        onChange={({ target }) => {
          const files = chosenFiles(target.files)
          target.value = ''
          void give(files)
        }}
      />
    </section>
  )
}
