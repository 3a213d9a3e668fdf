import { useEffect, useRef, useState } from 'react'
import { Icon } from '#web/_components/icon.tsx'
import { chosenFiles, droppedFiles } from '#web/_lib/given-files.ts'
import type { GivenFile } from './sending.ts'
import type { Text } from './text.zh.ts'

interface GiveProps {
  readonly text: Text
  readonly isBusy: boolean
  readonly onGive: (files: Promise<readonly GivenFile[]>) => void
}

/** Where files, folders and archives are dropped or chosen. */
export function Give({ text, isBusy, onGive }: GiveProps) {
  const [files, folder] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)]
  const [isOver, setIsOver] = useState(false)
  // React does not know this attribute
  useEffect(() => folder.current?.setAttribute('webkitdirectory', ''), [folder])
  const take = (input: HTMLInputElement): void => {
    onGive(Promise.resolve(chosenFiles(input.files)))
    input.value = ''
  }
  return (
    <section
      className={`plan-batches-drop ${isOver ? 'over' : ''}`}
      aria-label={text.title}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setIsOver(false)
        if (!isBusy) onGive(droppedFiles(event.dataTransfer.items))
      }}
    >
      <p>{text.drop}</p>
      <p>
        <button type="button" className="button primary" disabled={isBusy} onClick={() => files.current?.click()}>
          <Icon name="upload" />
          {text.files}
        </button>
        <button type="button" className="button" disabled={isBusy} onClick={() => folder.current?.click()}>
          {text.folder}
        </button>
      </p>
      <input ref={files} type="file" multiple hidden aria-label={text.files} onChange={({ target }) => take(target)} />
      <input ref={folder} type="file" multiple hidden aria-label={text.folder} onChange={({ target }) => take(target)} />
    </section>
  )
}
