import { useEffect, useRef, useState } from 'react'
import { Icon } from '#web/_components/icon.tsx'
import { chosenFiles, droppedFiles } from '#web/_lib/given-files.ts'
import { useFolderText } from './use-text.ts'

interface DropZoneProps {
  readonly isBusy: boolean
  readonly onGive: (files: ReturnType<typeof droppedFiles>) => void
}

/** Where files, folders and archives are dropped or chosen. */
export function DropZone({ isBusy, onGive }: DropZoneProps) {
  const text = useFolderText()
  const [files, folder] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)]
  const [isOver, setIsOver] = useState(false)
  // React does not know this attribute
  useEffect(() => folder.current?.setAttribute('webkitdirectory', ''), [folder])
  const take = (input: HTMLInputElement): void => {
    onGive(Promise.resolve(chosenFiles(input.files)))
    input.value = ''
  }
  return (
    <div
      className={`drop ${isOver ? 'over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setIsOver(false)
        onGive(droppedFiles(event.dataTransfer.items))
      }}
    >
      <p>{isBusy ? text.reading : text.drop}</p>
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
    </div>
  )
}
